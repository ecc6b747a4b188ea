import { execFileSync } from 'node:child_process'
import { appendFileSync, rmSync } from 'node:fs'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { noChoices } from './noChoices'

let test: TestApp
let server: Server | undefined
let whileRead: (path: string) => void = () => undefined
beforeEach(async () => {
  test = await openTestApp((archive) => ({
    archive: {
      ...archive,
      originals: {
        ...archive.originals,
        stage: (path, into, options) =>
          archive.originals.stage(path, into, { ...options, onBytes: () => whileRead(path.toString()) }),
      },
    },
  }))
})
afterEach(async () => {
  server?.close()
  server = undefined
  whileRead = () => undefined
  await test.close()
})

const text = (what: string): string => `About ${what}\n\nA paragraph of the text about ${what}.\n`

interface Told {
  readonly shown: string
  readonly outcome: string
  /** As the catalogue keeps it. */
  readonly raw?: string | undefined
}

const importFolder = async (): Promise<Told[]> => {
  const { job, files } = await test.finish(
    test.app.imports.importNow([join(test.folder, 'in')], { keepUnreadable: false }),
  )
  expect(job).toMatchObject({ state: 'done' })
  return files.map(({ name, outcome, error, sha256 }: FileResult) => ({
    shown: name.slice('in/'.length),
    outcome: error?.code ?? outcome,
    raw: test.app.archive.catalogue.original(sha256 ?? '')?.names[0]?.raw,
  }))
}

const long = `${'x'.repeat(251)}.txt`
const names: readonly (readonly [string, Buffer | string, string, string])[] = [
  ['turns its end around', 'report\u202etxt.exe', 'report<U+202E>txt.exe', 'report\u202etxt.exe'],
  ['has two lines', 'two\nlines.txt', 'two<U+000A>lines.txt', 'two\nlines.txt'],
  ['has 255 bytes', long, long, long],
  ['is a device elsewhere', 'CON', 'CON', 'CON'],
  [
    'is that of markup',
    '<img src=x onerror=1>.txt',
    '<img src=x onerror=1>.txt',
    '<img src=x onerror=1>.txt',
  ],
  ['is only a space', ' ', ' ', ' '],
  ['is made of backslashes', '..\\..\\up.txt', '..\\..\\up.txt', '..\\..\\up.txt'],
  ['is Latin-1', Buffer.from('caf\xe9.txt', 'latin1'), 'caf<0xE9>.txt', 'caf<0xE9>.txt'],
  ['is no character at all', Buffer.from([0xff, 0xfe]), '<0xFF><0xFE>', '<0xFF><0xFE>'],
]

describe('a file whose name', () => {
  beforeEach(() => mkdir(join(test.folder, 'in')))
  const at = (name: Buffer | string): Buffer =>
    Buffer.concat([Buffer.from(`${join(test.folder, 'in')}/`), Buffer.from(name)])

  for (const [what, name, shown, raw] of names)
    it(`${what} is imported, and shown as it is safe to show`, async () => {
      await writeFile(at(name), text(what))
      expect(await importFolder()).toEqual([{ shown, outcome: 'imported', raw }])
    })

  it('has a twin in another form of Unicode is imported, and its twin too', async () => {
    await writeFile(at('\u00e9.txt'), text('one'))
    await writeFile(at('e\u0301.txt'), text('the other'))
    expect(await importFolder()).toEqual([
      { shown: '\u00e9.txt', outcome: 'imported', raw: 'e\u0301.txt' },
      { shown: '\u00e9.txt', outcome: 'imported', raw: '\u00e9.txt' },
    ])
  })

  it('is in a folder whose name is no text is imported, and committed from a plan', async () => {
    const folder = at(Buffer.from([0x66, 0xff]))
    await mkdir(folder)
    await writeFile(Buffer.concat([folder, Buffer.from('/a.txt')]), text('folders'))
    const { job, files } = await test.finish(
      test.app.imports.plan([join(test.folder, 'in')], { keepUnreadable: false }),
    )
    expect(files.map(({ name }) => name)).toEqual(['in/f<0xFF>/a.txt'])
    const planId = job.result?.kind === 'plan' ? job.result.planId : ''
    const committed = await test.finish(test.app.imports.commit(planId, noChoices))
    expect(committed.files.map(({ outcome }) => outcome)).toEqual(['imported'])
  })
})

const socket = async (path: string): Promise<void> => {
  server = createServer().listen(path)
  await new Promise((resolve) => server?.once('listening', resolve))
}

const things: Readonly<Record<string, readonly [(path: string) => unknown, string]>> = {
  'a pipe that nobody writes to': [(path) => execFileSync('mkfifo', [path]), 'not-a-file'],
  'a socket': [socket, 'not-a-file'],
  'a link to itself': [(path) => symlink(path, path), 'link'],
  'a link to the folder that it is in': [(path) => symlink('.', path), 'link'],
  'a link to nothing': [(path) => symlink('/nowhere', path), 'link'],
  'a link to a device': [(path) => symlink('/dev/zero', path), 'link'],
  'a file that grows while it is read': [
    async (path) => {
      await writeFile(path, text('growth'))
      whileRead = (read) => appendFileSync(read, 'more')
    },
    'changed',
  ],
  'a file that vanishes while it is read': [
    async (path) => {
      await writeFile(path, text('vanishing'))
      whileRead = (read) => rmSync(read, { force: true })
    },
    'changed',
  ],
  'an empty file': [(path) => writeFile(path, ''), 'empty'],
}

describe('in a folder that is imported', () => {
  for (const [what, [make, code]] of Object.entries(things))
    it(`${what} is refused as ${code}, and the next file is imported`, async () => {
      await mkdir(join(test.folder, 'in'))
      await make(join(test.folder, 'in/a.txt'))
      const outcomes = (await importFolder()).map(({ shown, outcome }) => `${shown} ${outcome}`)
      expect(outcomes).toEqual([`a.txt ${code}`])
      whileRead = () => undefined
      await writeFile(join(test.folder, 'in/b.txt'), text('the next'))
      expect((await importFolder()).at(-1)).toMatchObject({ shown: 'b.txt', outcome: 'imported' })
      await test.app.imports.close()
      expect(await readdir(test.app.archive.layout.staging)).toEqual([])
    })
})
