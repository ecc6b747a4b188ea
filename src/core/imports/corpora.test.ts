import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { sharedFolder } from '../fixtures/sharedFolder'
import { createParser } from '../parsing/createParser'
import { buildEntry, type BuiltEntry } from '../parsing/fixtures/buildEntry'
import { startForkedParser } from '../parsing/startForkedParser'
import { displayName } from '../records/displayName'

const shared = sharedFolder('corpora')

const ownFiles = {
  'note.txt': 'Harbour closed\n\nThe harbour was closed on Monday.\n\nSource: Example Gazette',
  'page.html':
    '<title>Bridge</title><article><h1>Bridge</h1><p>The bridge fell.</p></article><script>x()</script>',
  'again.txt': 'Harbour closed\n\nThe harbour was closed on Monday.\n\nSource: Example Gazette',
  'empty.txt': '',
  'cut off.zip': 'PK\u0003\u0004',
  'no picture.jpg': 'these are words',
  'inside/letter.eml': 'From: a@example.org\nSubject: Ferry\n\nThe ferry sails again.\n',
}

let ownParent: string | undefined
const makeOwn = async (): Promise<string> => {
  ownParent = await mkdtemp(join(tmpdir(), 'cuttings-corpora-'))
  const folder = join(ownParent, 'corpora')
  await mkdir(join(folder, 'inside'), { recursive: true })
  for (const [name, text] of Object.entries(ownFiles)) await writeFile(join(folder, name), text)
  return folder
}

const folders: readonly (readonly [name: string, find: () => Promise<string>])[] = [
  ['files of our own', makeOwn],
  ...(shared === undefined ? [] : [['corpora', () => Promise.resolve(shared)] as const]),
]

const filesIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true })
  const files: string[] = []
  for (const name of names) if (!(await lstat(join(folder, name))).isDirectory()) files.push(name)
  return files.sort()
}

/** Results of a file's own, and of the files that stand in it, but not of those that stand in them. */
const directlyIn = (results: readonly FileResult[], container: string): FileResult[] =>
  results.filter(
    ({ name }) => name.startsWith(`${container} > `) && !name.slice(container.length + 3).includes(' > '),
  )

describe.each(folders)('%s', (_name, find) => {
  let corpora: string
  let built: BuiltEntry
  let test: TestApp
  beforeAll(async () => {
    corpora = await find()
    built = await buildEntry('../entry.ts')
    test = await openTestApp(() => ({ parser: createParser({ startParser: startForkedParser(built.path) }) }))
  }, 60_000)
  afterAll(async () => {
    await test.close()
    await built.remove()
    if (ownParent !== undefined) await rm(ownParent, { recursive: true, force: true })
  })

  const importAll = async (): Promise<readonly FileResult[]> => {
    const started = test.app.imports.importNow([corpora], { keepUnreadable: false })
    const { job, files } = await test.finish(started)
    expect(job).toMatchObject({ state: 'done' })
    return files
  }

  it('gives each file an outcome, with a sentence where it is not imported', async () => {
    const results = await importAll()
    const top = results.filter(({ name }) => !name.includes(' > ')).map(({ name }) => name)
    const walked = (await filesIn(corpora)).map((name) => `corpora/${displayName(name)}`)
    expect([...top].sort()).toEqual(walked.sort())
    for (const { name, outcome, message } of results) {
      const [, count] = (outcome === 'note' && /^Opened: (\d+) files? inside/.exec(message ?? '')) || []
      if (count !== undefined) expect([name, directlyIn(results, name).length]).toEqual([name, Number(count)])
    }
    const refused = results.filter(({ outcome }) => outcome === 'refused')
    expect(refused.filter(({ error }) => (error?.message ?? '').length < 20)).toEqual([])
    const ours = ['internal', 'parser-died', 'parser-time', 'parser-memory', 'not-parseable']
    expect(refused.filter(({ error }) => ours.includes(error?.code ?? 'internal'))).toEqual([])
  }, 600_000)

  it('makes no record when they come again', async () => {
    const { catalogue } = test.app.archive
    const before = [catalogue.revision(), catalogue.countItems()]
    const again = await importAll()
    expect(again.filter(({ outcome }) => outcome === 'imported')).toEqual([])
    expect([catalogue.revision(), catalogue.countItems()]).toEqual(before)
  }, 600_000)

  it('leaves nothing outside the archive, and nothing staged', async () => {
    await test.app.imports.close()
    expect((await readdir(test.folder)).map((name) => relative('', name))).toEqual(['archive'])
    expect(await readdir(test.app.archive.layout.staging)).toEqual([])
  })
})
