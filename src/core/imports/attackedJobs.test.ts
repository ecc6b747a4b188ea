import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import type { JobState } from '#shared/contract/jobs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { buildZip } from '../importers/zip/fixtures/buildZip'
import { createParser } from '../parsing/createParser'
import { buildEntry, type BuiltEntry } from '../parsing/fixtures/buildEntry'
import { startForkedParser } from '../parsing/startForkedParser'
import type { ParserHandle, StartParser } from '../parsing/types'
import { adoptedOriginals } from './fixtures/adoptedOriginals'

let built: BuiltEntry
let test: TestApp
let handle: ParserHandle | undefined
/** What happens when so many bytes of a file inside were taken. */
let whenTaken: (bytes: number) => Promise<void> | void = () => undefined

const watched = async function* (parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const part of parts) {
    bytes += part.byteLength
    await whenTaken(bytes)
    yield part
  }
}

beforeAll(async () => {
  built = await buildEntry('../entry.ts')
}, 60_000)
afterAll(() => built.remove())
beforeEach(async () => {
  whenTaken = () => undefined
  const start: StartParser = () => (handle = startForkedParser(built.path)())
  test = await openTestApp((archive) => ({
    parser: createParser({ startParser: start }),
    archive: {
      ...archive,
      originals: {
        ...archive.originals,
        stageStream: (parts, into) => archive.originals.stageStream(watched(parts), into),
      },
    },
  }))
})
afterEach(() => test.close())

const text = (n: number): string => `Report number ${n}\n\nThe harbour was measured ${n} times.\n`
const zipPath = async (name = 'a.zip'): Promise<string> => {
  const large = { name: 'large.bin', content: Buffer.alloc(5_000_000, 'harbour '), isStored: true }
  const entries = [1, 2, 3].map((n) => ({ name: `${n}.txt`, content: text(n) }))
  const path = join(test.folder, name)
  await writeFile(path, buildZip([...entries, large, { name: '4.txt', content: text(4) }]))
  return path
}
const start = (...paths: string[]): JobState => test.app.imports.importNow(paths, { keepUnreadable: false })
const staged = async (): Promise<string[]> => {
  await test.app.imports.close()
  return readdir(test.app.archive.layout.staging)
}
/** Once, in the middle of the large file. */
const inTheMiddle = (step: () => Promise<void> | void): void => {
  whenTaken = (bytes) => {
    if (bytes < 2_000_000) return
    whenTaken = () => undefined
    return step()
  }
}
const said = (files: readonly { name: string; outcome: string; error?: { code: string } | undefined }[]) =>
  files.map(({ name, outcome, error }) => `${name} ${error?.code ?? outcome}`)

// Each starts processes of its own, which takes long on a busy machine.
describe('an import of a container', { timeout: 120_000 }, () => {
  it('loses the container to a reader that is killed while a file inside is half taken, and takes the next', async () => {
    const first = await zipPath()
    inTheMiddle(() => handle?.kill())
    const next = join(test.folder, 'next.txt')
    await writeFile(next, text(9))
    const { job, files } = await test.finish(start(first, next))
    expect([job.state, ...said(files)]).toEqual(['done', 'a.zip parser-died', 'next.txt imported'])
    expect(await staged()).toEqual([])
    expect((await test.finish(start(first))).files.at(-1)?.outcome).toBe('note')
  })

  it('that is cancelled in the middle of a file inside leaves nothing staged, and can be begun again', async () => {
    const path = await zipPath()
    const job = start(path)
    inTheMiddle(() => test.app.jobs.cancel(job.id))
    expect((await test.finish(job)).job).toMatchObject({ state: 'cancelled' })
    expect(await staged()).toEqual([])
    expect((await test.finish(start(path))).job.state).toBe('done')
  })

  it('that rests is cancelled all the same', async () => {
    const job = start(await zipPath())
    inTheMiddle(() => test.app.jobs.pause(job.id))
    while (test.app.jobs.list().every(({ paused }) => !paused))
      await new Promise((resolve) => setTimeout(resolve, 5))
    test.app.jobs.cancel(job.id)
    expect((await test.finish(job)).job.state).toBe('cancelled')
    expect(await staged()).toEqual([])
  })

  it('ends where the disk is full, with what was not written, and keeps what it had said', async () => {
    const before = join(test.folder, 'before.txt')
    await writeFile(before, text(9))
    const path = await zipPath()
    inTheMiddle(() => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })))
    const { job, files } = await test.finish(start(before, path))
    expect([job.error?.code, ...said(files)]).toEqual(['disk-full', 'before.txt imported'])
    expect(await staged()).toEqual([])
    expect(await adoptedOriginals(test.app.archive)).toEqual([files[0]?.sha256])
  })

  it('ends where the folder of the archive vanishes, and changes nothing', async () => {
    const path = await zipPath()
    const { folder } = test.app.archive
    inTheMiddle(() => rename(folder, `${folder}.away`))
    const { job, files } = await test.finish(start(path))
    expect([job.error?.code, files]).toEqual([new CuttingsError('archive-gone').code, []])
    await rename(`${folder}.away`, folder)
    expect(test.app.archive.catalogue.countItems()).toBe(0)
  })

  it('runs beside another one of the same files without making a record twice', async () => {
    const paths = [await zipPath('a.zip'), await zipPath('b.zip')]
    const jobs = [
      start(...paths),
      start(...paths.toReversed()),
      test.app.imports.plan(paths, { keepUnreadable: false }),
    ]
    const ends = await Promise.all(jobs.map((job) => test.finish(job)))
    expect(ends.map(({ job }) => job.state)).toEqual(['done', 'done', 'done'])
    expect(test.app.archive.catalogue.countItems()).toBe(5)
  })
})
