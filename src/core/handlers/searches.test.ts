import { parse } from 'csv-parse/sync'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CountedSearch } from '#shared/contract/searches'
import { bridgeText, harbourText } from '../fixtures/articleFiles'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'

let test: TestApp
beforeEach(async () => {
  test = await openTestApp()
})
afterEach(() => test.close())

const importText = async (name: string, text: string): Promise<void> => {
  const path = join(test.folder, name)
  await writeFile(path, text)
  await test.finish(test.app.imports.importNow([path], { keepUnreadable: false }))
}

const asked = (text: string) => ({ text, filters: [], sort: 'relevance' as const })

const save = (name: string, text = 'inspected') => test.client.searches.save({ name, ...asked(text) })

/** The list once every search in it has been counted as the archive is now. */
const counted = async (
  isIt: (searches: readonly CountedSearch[]) => boolean,
): Promise<readonly CountedSearch[]> => {
  const changes = await test.client.searches.changes({})
  for await (const _ of changes) {
    const { searches } = await test.client.searches.list({})
    if (isIt(searches)) return searches
  }
  throw new Error('the changes ended')
}

describe('saved searches', () => {
  it('are listed at once, and counted meanwhile, again whenever the archive changed', async () => {
    const saved = await save('Inspections')
    expect((await test.client.searches.list({})).searches).toEqual([saved])
    expect(await counted(([one]) => one?.count === 0)).toHaveLength(1)
    await importText('b.txt', bridgeText)
    await test.client.searches.list({})
    expect(await counted(([one]) => one?.count === 1)).toMatchObject([{ id: saved.id, name: 'Inspections' }])
  })

  it('are renamed, changed, removed and brought back', async () => {
    const { id, createdAt } = await save('Inspections')
    expect(await test.client.searches.rename({ id, name: ' Bridges\n\u0007and\u0001 quays ' })).toMatchObject(
      {
        name: 'Bridges and quays',
        createdAt,
      },
    )
    const filters = [{ facet: 'language' as const, value: 'en', excluded: true }]
    await test.client.searches.update({ id, text: 'quay', filters, sort: 'newest' })
    await test.client.searches.remove({ id })
    expect((await test.client.searches.list({})).searches).toEqual([])
    await expect(test.client.searches.rename({ id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await test.client.searches.restore({ id })).toMatchObject({
      text: 'quay',
      filters,
      sort: 'newest',
    })
    await expect(test.client.searches.restore({ id })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuse a name that is taken, empty, or too long', async () => {
    await save('Inspections')
    await expect(save('INSPECTIONS')).rejects.toMatchObject({
      code: 'name-taken',
      data: { name: 'INSPECTIONS' },
    })
    for (const name of ['', '  ', '\u0000\u0001', 'x'.repeat(10_000)])
      await expect(save(name)).rejects.toMatchObject({ code: 'bad-input' })
    expect(await save('\ud800')).toMatchObject({ name: '\ufffd' })
  })

  it('are refused, and the list stays, where what was short enough is too long as it is stored', async () => {
    await save('Inspections')
    // NFC has this letter as two characters.
    await expect(save('\u0958'.repeat(150))).rejects.toMatchObject({ code: 'bad-input' })
    await expect(save('Others', '\u0958'.repeat(1500))).rejects.toMatchObject({ code: 'bad-input' })
    expect((await test.client.searches.list({})).searches).toMatchObject([{ name: 'Inspections' }])
  })

  it('go into no pack', async () => {
    await importText('b.txt', bridgeText)
    const { id } = await save('Inspections')
    const path = join(test.folder, 'pack')
    await test.finish(
      await test.client.exports.start({ selection: {}, destination: test.tokenFor(path), form: 'folder' }),
    )
    for (const name of await readdir(path, { recursive: true, withFileTypes: true }))
      if (name.isFile()) expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain(id)
  })
})

describe('a list of hits', () => {
  const exportHits = async (text: string, name: string, form: 'csv' | 'jsonl' = 'csv') => {
    const path = join(test.folder, name)
    const started = await test.client.searches.exportHits({
      ...asked(text),
      form,
      destination: test.tokenFor(path),
    })
    return { ...(await test.finish(started)), path }
  }

  it('is written whole as a CSV and as JSON lines', async () => {
    await importText('a.txt', harbourText)
    await importText('b.txt', bridgeText)
    const csv = await exportHits('on', 'hits.csv')
    expect(csv.job).toMatchObject({
      state: 'done',
      result: { kind: 'table', table: { name: 'hits.csv', rows: 2 } },
    })
    const rows: Record<string, string>[] = parse(await readFile(csv.path, 'utf8'), {
      bom: true,
      columns: true,
    })
    expect(rows.map(({ title }) => title)).toEqual([
      'The harbour was measured twice',
      'The bridge was inspected',
    ])
    const jsonl = await exportHits('on', 'hits.jsonl', 'jsonl')
    const lines = (await readFile(jsonl.path, 'utf8')).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { link: string }).link)).toEqual(
      rows.map(({ link }) => link),
    )
  })

  it('is not written over something, and a cancelled one leaves nothing', async () => {
    await writeFile(join(test.folder, 'held.csv'), 'held')
    await expect(exportHits('on', 'held.csv')).rejects.toMatchObject({ code: 'destination-exists' })
    await importText('b.txt', bridgeText)
    const before = await readdir(test.folder)
    const destination = test.tokenFor(join(test.folder, 'hits.csv'))
    const started = await test.client.searches.exportHits({ ...asked('on'), form: 'csv', destination })
    await test.client.jobs.cancel({ id: started.jobId })
    expect((await test.finish(started)).job.state).toBe('cancelled')
    expect(await readdir(test.folder)).toEqual(before)
  })
})

describe('a list of queries', () => {
  const run = async (text: string, options = {}) => {
    const started = await test.client.searches.runList({
      source: { text },
      column: 0,
      hasHeads: true,
      ...options,
    })
    return { ...started, job: (await test.finish(started)).job }
  }

  it('is looked at, run, sorted and written as a CSV that reads back', async () => {
    await importText('a.txt', harbourText)
    await importText('b.txt', bridgeText)
    const path = join(test.folder, 'names.csv')
    await writeFile(path, 'name,n\nthe harbour,1\nnobody,2\n=1+1,3\n')
    const source = { token: test.tokenFor(path) }
    expect(await test.client.searches.readList({ source })).toMatchObject({
      hasHeads: true,
      column: 0,
      rows: 4,
    })
    const started = await test.client.searches.runList({ source, column: 0, hasHeads: true })
    const { job } = await test.finish(started)
    expect(job).toMatchObject({ state: 'done', progress: { done: 3, total: 3 }, result: { rows: 3 } })
    const { jobId } = started
    const { rows } = await test.client.searches.listed({ jobId, by: 'total', direction: 'descending' })
    expect(rows.map(({ query, total }) => [query, total])).toEqual([
      ['the harbour', 1],
      ['nobody', 1],
      ['=1+1', 0],
    ])
    expect(rows[0]).toMatchObject({
      asked: '"the harbour"',
      kinds: { article: 1, photo: 0, reference: 0 },
      first: { kind: 'article', title: 'The harbour was measured twice' },
    })
    const out = join(test.folder, 'out.csv')
    const written = await test.finish(
      await test.client.searches.exportList({ jobId, by: 'query', destination: test.tokenFor(out) }),
    )
    expect(written.job.state).toBe('done')
    const table: string[][] = parse(await readFile(out, 'utf8'), { bom: true })
    expect(table.slice(1).map(([row, query, items]) => [row, query, items])).toEqual([
      ['3', "'=1+1", '0'],
      ['2', 'nobody', '1'],
      ['1', 'the harbour', '1'],
    ])
  })

  it('that cannot be read ends its job with the reason', async () => {
    const path = join(test.folder, 'binary.csv')
    await writeFile(path, 'a\n\0')
    const source = { token: test.tokenFor(path) }
    const { job } = await test.finish(
      await test.client.searches.runList({ source, column: 0, hasHeads: false }),
    )
    expect(job).toMatchObject({ state: 'failed', error: { code: 'list-unreadable' } })
    await expect(test.client.searches.readList({ source })).rejects.toMatchObject({ code: 'list-unreadable' })
  })

  it('is held until others have come, and then said to be gone', async () => {
    const { jobId } = await run('name\nx')
    for (const name of ['a', 'b', 'c']) await run(`name\n${name}`)
    await expect(test.client.searches.listed({ jobId })).rejects.toMatchObject({ code: 'not-found' })
  })
})
