import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Selection } from '#shared/contract/work'
import { CuttingsError } from '#shared/errors'
import { bridgeText, harbourText } from '../fixtures/articleFiles'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'

let test: TestApp
let harbour = ''
let bridge = ''
beforeEach(async () => {
  test = await openTestApp()
  const paths = [join(test.folder, 'a.txt'), join(test.folder, 'b.txt')]
  await Promise.all([writeFile(paths[0] ?? '', harbourText), writeFile(paths[1] ?? '', bridgeText)])
  const { files } = await test.finish(test.app.imports.importNow(paths, { keepUnreadable: false }))
  harbour = files[0]?.id ?? ''
  bridge = files[1]?.id ?? ''
})
afterEach(() => test.close())

const titles = async (selection: Selection): Promise<string[]> =>
  (await test.app.exports.preview(selection, 'full')).titles.map(({ title }) => title)

const start = (selection: Selection, name = 'pack') =>
  test.app.exports.start({ selection, destination: join(test.folder, name), form: 'folder', profile: 'full' })

describe('a selection', () => {
  it('is everything, or ids, or what a search finds, or both', async () => {
    const [first, second] = ['The harbour was measured twice', 'The bridge was inspected']
    expect((await titles({})).sort()).toEqual([second, first].sort())
    expect(await titles({ ids: [harbour] })).toEqual([first])
    expect(await titles({ query: 'inspected' })).toEqual([second])
    expect(await titles({ ids: [harbour], query: 'inspected' })).toHaveLength(2)
  })

  it('brings the sources that are cited, and counts what goes in', async () => {
    const { counts, name } = await test.app.exports.preview({ ids: [bridge] }, 'full')
    expect(counts).toMatchObject({ articles: 1, sources: 1, citations: 1, originals: 1 })
    expect(counts.originalBytes).toBe(Buffer.byteLength(bridgeText))
    expect(name).toMatch(/^the-bridge-was-inspected_\d{4}-\d{2}-\d{2}$/)
    expect((await test.app.exports.preview({}, 'full')).name).toMatch(/^archive_/)
  })

  it('that is empty, or names what is not there, is refused before anything starts', async () => {
    await expect(start({ ids: [] })).rejects.toMatchObject({ code: 'selection-empty' })
    await expect(start({ query: 'nowhere' })).rejects.toMatchObject({ code: 'selection-empty' })
    const nobody = '0193a000-0000-7000-8000-000000000000'
    await expect(start({ ids: [nobody] })).rejects.toMatchObject({ code: 'not-found' })
    expect(test.app.jobs.list().filter(({ kind }) => kind === 'export')).toEqual([])
  })

  it('of a citation is its article', async () => {
    const article = test.app.archive.catalogue.record(bridge)
    const citation = article?.kind === 'article' ? article.citations[0] : undefined
    expect(await titles({ ids: [citation?.id ?? ''] })).toEqual(['The bridge was inspected'])
  })
})

describe('an export', () => {
  it('is recorded for each item, here alone', async () => {
    const { job } = await test.finish(await start({ ids: [bridge] }))
    expect(job).toMatchObject({ state: 'done', result: { exported: { name: 'pack', items: 1 } } })
    const actions = (id: string, local: boolean): string[] =>
      test.app.archive.catalogue.events(id, { local }).map(({ action }) => action)
    expect(actions(bridge, true)).toEqual(['import', 'export'])
    expect(actions(bridge, false)).toEqual(['import'])
    expect(actions(harbour, true)).toEqual(['import'])
  })

  it('that is cancelled leaves nothing at its place', async () => {
    const before = await readdir(test.folder)
    const job = await start({})
    test.app.jobs.cancel(job.id)
    expect((await test.finish(job)).job.state).toBe('cancelled')
    expect(await readdir(test.folder)).toEqual(before)
  })

  it('never writes over something', async () => {
    await expect(start({}, 'a.txt')).rejects.toMatchObject({
      code: 'destination-exists',
      details: { place: 'a.txt' },
    })
  })

  it('stands, and says what could not be recorded, where the disk of the archive is full by then', async () => {
    const full = new CuttingsError('disk-full', { what: 'the change' })
    vi.spyOn(test.app.archive.catalogue, 'note').mockImplementation(() => {
      throw full
    })
    const { job, files } = await test.finish(await start({ ids: [harbour] }))
    expect(job).toMatchObject({ state: 'done', result: { kind: 'export', exported: { name: 'pack' } } })
    expect(files).toEqual([{ name: 'pack', outcome: 'note', error: full.toReport() }])
    expect(await readdir(join(test.folder, 'pack'))).toContain('bagit.txt')
  })
})

describe('what changed since', () => {
  it('the last pack, or a pack, tells how far it is and is cancelled where its signal is', async () => {
    await test.finish(await start({}))
    const told = new Set<string>()
    const onProgress = ({ step }: { readonly step: string }): unknown => told.add(step)
    const { exports } = test.app
    expect(await exports.sinceLast({}, { onProgress })).toMatchObject({ records: [] })
    expect(await exports.sincePack(join(test.folder, 'pack'), { onProgress })).toMatchObject({ records: [] })
    expect([...told]).toEqual(['collect', 'compare', 'verify'])
    const signal = AbortSignal.abort()
    await expect(exports.sincePack(join(test.folder, 'pack'), { signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    await expect(exports.sinceLast({}, { signal })).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('is a job like others, which is held for the last three', async () => {
    await test.finish(await start({}))
    const { comparing, jobs } = test.app
    const path = join(test.folder, 'pack')
    const run = async () => (await test.finish(comparing.sincePack(path, {}))).job
    const first = await run()
    expect(first).toMatchObject({ kind: 'compare', state: 'done', result: { kind: 'compare', found: true } })
    expect(first.progress.total).toBeGreaterThan(0)
    expect(comparing.compared(first.id)).toMatchObject({ before: { name: 'pack' }, records: [] })
    const { id } = comparing.sincePack(path, {})
    jobs.cancel(id)
    expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled' })
    expect(() => comparing.compared(id)).toThrow(expect.objectContaining({ code: 'not-found' }))
    for (let more = 0; more < 3; more += 1) await run()
    expect(() => comparing.compared(first.id)).toThrow(expect.objectContaining({ code: 'not-found' }))
    const none = await test.finish(comparing.sinceLast({ ids: [harbour], query: 'x' }))
    expect(none.job.state === 'done' && none.job.result).toEqual({ kind: 'compare', found: false })
  })
})
