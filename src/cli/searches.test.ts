import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bridgeText, harbourText } from '#core/fixtures/articleFiles'
import { assembleTestApp } from '#core/fixtures/openTestApp'
import { systemClock } from '#core/records/clock'
import { openArchive } from '#core/store/openArchive'
import { linesOf, runInProcess } from './fixtures/runInProcess'

let folder = ''
let archive = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  archive = join(folder, 'A')
  await run('init', archive)
  await run('import', await put('a.txt', harbourText), await put('b.txt', bridgeText))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const { status, out } = await runInProcess(folder, [...args, '--json'])
  return { status, lines: linesOf(out) }
}

const put = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

const save = async (name: string, text: string): Promise<void> => {
  const app = assembleTestApp(await openArchive(archive, { clock: systemClock, mode: 'write' }))
  app.searches.saved.save(name, { text, filters: [], sort: 'relevance' })
  await app.close()
}

const tableAt = async (path: string): Promise<Record<string, string>[]> =>
  parse(await readFile(path, 'utf8'), { bom: true, columns: true })

describe('cuttings searches', () => {
  it('lists saved searches with what they find, and searches by their names', async () => {
    expect((await run('searches')).lines).toEqual([])
    await save('Inspections', 'inspected')
    await save('all', 'on')
    expect((await run('searches')).lines).toMatchObject([
      { name: 'all', count: 2, sort: 'relevance' },
      { name: 'Inspections', text: 'inspected', count: 1 },
    ])
    expect((await run('search', '--saved', 'INSPECTIONS')).lines).toMatchObject([
      { title: 'The bridge was inspected' },
    ])
    expect(await run('search', '--saved', 'nowhere')).toMatchObject({
      status: 1,
      lines: [{ event: 'error', code: 'no-such-search' }],
    })
  })
})

describe('cuttings export', () => {
  it('packs what a saved search finds, or says that there is none of this name', async () => {
    await save('Inspections', 'inspected')
    const out = join(folder, 'pack')
    expect((await run('export', out, '--saved', 'inspections')).lines).toMatchObject([{ items: 1 }])
    expect(await run('export', join(folder, 'none'), '--saved', 'nowhere')).toMatchObject({
      status: 1,
      lines: [{ code: 'no-such-search' }],
    })
    expect((await run('export', out, '--saved', 'a', '--select', 'b')).status).toBe(2)
  })
})

describe('cuttings search, into tables', () => {
  it('writes all hits, and never over something', async () => {
    const path = join(folder, 'hits.csv')
    const { status, lines } = await run('search', 'on', '--csv', path)
    expect([status, lines]).toEqual([
      0,
      [{ event: 'written', path, rows: 2, bytes: expect.any(Number) as number }],
    ])
    expect((await tableAt(path)).map(({ kind }) => kind)).toEqual(['article', 'article'])
    expect(await run('search', 'on', '--csv', path)).toMatchObject({
      status: 1,
      lines: [{ code: 'destination-exists' }],
    })
    const jsonl = join(folder, 'hits.jsonl')
    expect((await run('search', 'on', '--jsonl', jsonl)).status).toBe(0)
    expect((await readFile(jsonl, 'utf8')).trim().split('\n')).toHaveLength(2)
  })

  it('runs a list of queries, by lines or as a table', async () => {
    const list = await put('queries.csv', 'id,Name\n1,the harbour\n2,"nowhere, never"\n')
    expect((await run('search', '--list', list)).lines).toMatchObject([
      { row: 1, query: 'the harbour', asked: '"the harbour"', total: 1, first: { kind: 'article' } },
      { row: 2, query: 'nowhere, never', total: 0 },
    ])
    const path = join(folder, 'out.csv')
    expect((await run('search', '--list', list, '--column', '1', '--no-heads', '--csv', path)).status).toBe(0)
    expect((await tableAt(path)).map(({ query }) => query)).toEqual(['id', '1', '2'])
  })

  it.each([
    ['search'],
    ['search', 'x', '--saved', 'y'],
    ['search', 'x', '--list', 'y'],
    ['search', 'x', '--csv', 'a', '--jsonl', 'b'],
    ['search', 'x', '--csv', 'a', '--limit', '5'],
    ['search', 'x', '--jsonl', 'a', '--limit', '5'],
    ['search', '--list', 'y', '--saved', 'z'],
    ['search', '--list', 'a.txt', '--as', 'else'],
  ])('says what is wrong with %j %j %j', async (...args) => {
    expect((await run(...args)).status).toBe(2)
  })

  it('refuses a column that is not there, and a list that is no text', async () => {
    const list = await put('queries.csv', 'name\nx\n')
    expect((await run('search', '--list', list, '--column', 'who')).status).toBe(2)
    const broken = await put('broken.csv', 'name\n\0\n')
    expect(await run('search', '--list', broken)).toMatchObject({
      status: 1,
      lines: [{ code: 'list-unreadable' }],
    })
  })
})
