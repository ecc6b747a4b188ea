import { lstat, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { sharedFolder } from '../fixtures/sharedFolder'
import { createParser } from '../parsing/createParser'
import { buildEntry, type BuiltEntry } from '../parsing/fixtures/buildEntry'
import { startForkedParser } from '../parsing/startForkedParser'
import { displayName } from '../records/displayName'

const corpora = sharedFolder('corpora')

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

if (corpora !== undefined) {
  let built: BuiltEntry
  let test: TestApp
  beforeAll(async () => {
    built = await buildEntry('../entry.ts')
    test = await openTestApp(() => ({ parser: createParser({ startParser: startForkedParser(built.path) }) }))
  }, 60_000)
  afterAll(async () => {
    await test.close()
    await built.remove()
  })

  const importAll = async (): Promise<readonly FileResult[]> => {
    const started = test.app.imports.importNow([corpora], { keepUnreadable: false })
    const { job, files } = await test.finish(started)
    expect(job.state).toBe('done')
    return files
  }

  it('gives each file of the corpora an outcome, with a sentence where it is not imported', async () => {
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

  it('makes no record of the corpora when they come again', async () => {
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
}
