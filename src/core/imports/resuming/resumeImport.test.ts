import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { assembleTestApp, openTestApp, type TestApp } from '../../fixtures/openTestApp'
import { systemClock } from '../../records/clock'
import { openArchive } from '../../store/openArchive'
import type { Archive } from '../../store/types'
import { noChoices } from '../noChoices'

const count = 6
const say = ({ name, outcome, error }: FileResult): string =>
  [name, outcome, error?.code].filter(Boolean).join(' ')

/** How many commits succeed before one fails: before it is durable, or after it and before it is told. */
interface Fault {
  after: number
  durable: boolean
}

let test: TestApp
let fault: Fault
let folder: string

const faulty = (archive: Archive): Archive => ({
  ...archive,
  catalogue: {
    ...archive.catalogue,
    commit: (change) => {
      const fails = (fault.after -= 1) < 0
      if (fails && !fault.durable) throw new Error('the process ended here')
      const revision = archive.catalogue.commit(change)
      if (fails) throw new Error('the process ended here')
      return revision
    },
  },
})

beforeEach(async () => {
  fault = { after: Infinity, durable: false }
  test = await openTestApp((archive) => ({ archive: faulty(archive) }))
  folder = join(test.folder, 'in')
  await mkdir(folder)
  for (let number = 0; number < count; number += 1)
    await writeFile(
      join(folder, `r${number}.txt`),
      `Report number ${number}\n\nThe harbour was measured ${number} times.\n\nSource: Example Wire\n`,
    )
})
afterEach(() => test.close())

const planOf = async (paths: readonly string[]): Promise<string> => {
  const { job } = await test.finish(test.app.imports.plan(paths, { keepUnreadable: false }))
  if (job.result?.kind !== 'plan') throw new TypeError(`no plan: ${JSON.stringify(job.error)}`)
  return job.result.planId
}
const commit = async (paths: readonly string[], leaveOut: readonly number[] = []) =>
  test.finish(test.app.imports.commit(await planOf(paths), { ...noChoices, leaveOut }))

const interrupt = async (
  after: number,
  { durable = false, leaveOut = [] as readonly number[], paths = [folder] } = {},
): Promise<string> => {
  fault = { after, durable }
  expect((await commit(paths, leaveOut)).job.state).toBe('failed')
  fault = { after: Infinity, durable: false }
  const [one] = await test.app.imports.interrupted()
  if (!one) throw new Error('nothing was interrupted')
  return one.id
}
const resume = async (id: string) => test.finish(await test.app.imports.resume(id))
const journals = (): string => join(test.app.archive.layout.derived, 'imports')
const articles = (): number => test.app.archive.catalogue.describe().counts.article

describe('an import that was interrupted', () => {
  it('is offered with what is done of it, and goes on to one report of all', async () => {
    const id = await interrupt(3)
    expect(await test.app.imports.interrupted()).toMatchObject([{ id, names: ['in'], done: 3, files: count }])
    expect((await stat(join(journals(), `${id}.jsonl`))).mode & 0o777).toBe(0o600)
    const { job, files } = await resume(id)
    expect(job.result).toEqual({
      kind: 'import',
      counts: { imported: count, duplicates: 0, kept: 0, refused: 0 },
    })
    expect(files.map(({ name }) => name)).toEqual(
      Array.from({ length: count }, (_, number) => `in/r${number}.txt`),
    )
    expect(articles()).toBe(count)
    expect(await test.app.imports.interrupted()).toEqual([])
    expect(await readdir(journals())).toEqual([])
  })

  it('makes no duplicate of what was saved and not noted', async () => {
    const id = await interrupt(3, { durable: true })
    expect(articles()).toBe(4)
    const { files } = await resume(id)
    expect(files.map(say)[3]).toBe('in/r3.txt duplicate')
    expect(articles()).toBe(count)
  })

  it('does not read again what is done', async () => {
    const id = await interrupt(3)
    for (const number of [0, 1, 2]) await rm(join(folder, `r${number}.txt`))
    const { job, files } = await resume(id)
    expect(job.result).toMatchObject({ counts: { imported: count, refused: 0 } })
    expect(files.filter(({ outcome }) => outcome === 'note').map(({ message }) => message)).toEqual(
      Array.from({ length: 3 }, () => 'No longer there. What came of it stays.'),
    )
  })

  it('says of each file that vanished or changed meanwhile what became of it', async () => {
    const id = await interrupt(2)
    await writeFile(join(folder, 'r0.txt'), 'Another text by now, which nobody has seen.\n')
    await rm(join(folder, 'r3.txt'))
    await writeFile(join(folder, 'r4.txt'), 'Another text by now.\n\nIt is longer than it was, too.\n')
    await writeFile(join(folder, 'new.txt'), 'A text that no dry run has shown.\n\nIt is new.\n')
    expect((await resume(id)).files.map(say)).toEqual([
      'in/r0.txt imported',
      'in/r0.txt note',
      'in/r1.txt imported',
      'in/r2.txt imported',
      'in/r3.txt refused not-found-file',
      'in/r4.txt refused changed',
      'in/r5.txt imported',
    ])
  })

  it('leaves out what was left out, also under another name', async () => {
    await writeFile(join(folder, 'r9.txt'), await readFile(join(folder, 'r4.txt')))
    const id = await interrupt(2, { leaveOut: [4] })
    const { files } = await resume(id)
    expect(files.map(say)).toEqual([
      'in/r0.txt imported',
      'in/r1.txt imported',
      'in/r2.txt imported',
      'in/r3.txt imported',
      'in/r5.txt imported',
      'in/r9.txt note',
    ])
    expect(articles()).toBe(count - 1)
  })

  it('tells again what was never a file to read', async () => {
    const id = await interrupt(1, { paths: [folder, join(test.folder, 'nothing.txt')] })
    expect((await resume(id)).files.map(say).at(-1)).toBe('nothing.txt refused not-found-file')
  })

  it('can be interrupted again, and is one import still', async () => {
    const id = await interrupt(2)
    fault = { after: 2, durable: false }
    expect((await resume(id)).job.state).toBe('failed')
    fault = { after: Infinity, durable: false }
    expect(await test.app.imports.interrupted()).toMatchObject([{ id, done: 4, files: count }])
    expect((await resume(id)).job.result).toMatchObject({ counts: { imported: count } })
  })

  it('is forgotten on request, and what was imported stays', async () => {
    const id = await interrupt(3)
    await test.app.imports.forget(id)
    expect(await readdir(journals())).toEqual([])
    await expect(test.app.imports.resume(id)).rejects.toThrow(
      new CuttingsError('not-found', { what: 'interrupted import' }),
    )
    await expect(test.app.imports.forget(id)).rejects.toThrow(CuttingsError)
    expect(articles()).toBe(3)
  })

  it('is offered after the archive was closed under it, and not where the user stopped it', async () => {
    const planId = await planOf([folder])
    const stopped = test.app.imports.commit(await planOf([folder]), noChoices)
    test.app.jobs.cancel(stopped.id)
    expect((await test.finish(stopped)).job.state).toBe('cancelled')
    expect(await test.app.imports.interrupted()).toEqual([])

    const { id } = test.app.imports.commit(planId, noChoices)
    for await (const event of test.app.jobs.watch(id)) if (event.type === 'file') break
    test.app.jobs.pause(id)
    await test.app.close()
    const archive = await openArchive(test.app.archive.folder, { clock: systemClock })
    const app = assembleTestApp(archive)
    const [one] = await app.imports.interrupted()
    if (one) await app.jobs.ended((await app.imports.resume(one.id)).id)
    expect(archive.catalogue.describe().counts.article).toBe(count)
    await app.close()
  })
})

describe('a journal', () => {
  const rewrite = async (id: string, change: (text: string) => string): Promise<string> => {
    const other = '0193a000-0000-7000-8000-000000000017'
    const text = await readFile(join(journals(), `${id}.jsonl`), 'utf8')
    await writeFile(join(journals(), `${other}.jsonl`), change(text))
    await rm(join(journals(), `${id}.jsonl`))
    return other
  }

  it('that was cut anywhere imports everything that it still names, once', async () => {
    const id = await interrupt(3)
    const other = await rewrite(id, (text) => text.slice(0, -70))
    expect(await test.app.imports.interrupted()).toMatchObject([{ id: other, done: 2 }])
    expect((await resume(other)).job.result).toMatchObject({
      counts: { imported: count - 1, duplicates: 1 },
    })
    expect(articles()).toBe(count)
  })

  it('whose list of files is damaged says how many are not known any more', async () => {
    const id = await interrupt(3)
    const other = await rewrite(id, (text) => text.replace('{"at":5,', '{"at":five,'))
    const { files } = await resume(other)
    expect(files.at(-1)).toMatchObject({ name: 'one more file', outcome: 'note' })
    expect(articles()).toBe(count - 1)
  })

  it.each([
    ['garbled', () => '\u0000\u0001 nothing of this is JSON\n{"at":0}\n'],
    ['empty', () => ''],
    ['of a later format', (text: string) => text.replace('"version":1', '"version":2')],
    ['of another machine', (text: string) => text.replace(/"origin":"./, '"origin":"x')],
  ])('that is %s offers nothing and harms nothing', async (_, change) => {
    const id = await interrupt(3)
    const other = await rewrite(id, change)
    expect(await test.app.imports.interrupted()).toEqual([])
    await expect(test.app.imports.resume(other)).rejects.toThrow(CuttingsError)
    expect((await commit([folder])).job.result).toMatchObject({ counts: { imported: 3, duplicates: 3 } })
  })

  it('that can’t be written is given up with a line in the log, and the import goes on', async () => {
    await writeFile(journals(), 'a file in its place')
    expect((await commit([folder])).job.result).toMatchObject({ counts: { imported: count } })
    expect(test.logged.join('\n')).toContain('the import goes on without a journal')
  })

  it('of another writer is not taken for one that was interrupted', async () => {
    const id = await interrupt(3)
    const archive = await openArchive(test.app.archive.folder, { clock: systemClock, mode: 'read' })
    const reader = assembleTestApp(archive)
    expect(await reader.imports.interrupted()).toEqual([])
    await expect(reader.imports.resume(id)).rejects.toThrow(CuttingsError)
    await expect(reader.imports.forget(id)).rejects.toThrow(CuttingsError)
    await reader.close()
    expect(await test.app.imports.interrupted()).toHaveLength(1)
  })
})
