import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { createFiling } from '../filing/createFiling'
import { createNameCounts } from '../filing/createNameCounts'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createArchive } from '../store/createArchive'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'
import { createTestFolder } from '../store/fixtures/testFolder'
import { createSearchService } from './createSearchService'
import { manifestName } from './index/manifest'
import type { SearchQuery } from './types'

const root = resolve(import.meta.dirname, '../../..')
let built = ''

beforeAll(async () => {
  // Inside the project, since the worker finds the database module from where it lies.
  built = await mkdtemp(join(root, 'node_modules/.cache-search-worker-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: join(import.meta.dirname, 'entry.ts'),
      outDir: built,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'search.mjs' } },
    },
  })
}, 60_000)

afterAll(() => rm(built, { recursive: true, force: true }))

const ask = (text: string): SearchQuery => ({ text, offset: 0, limit: 10, placesPerHit: 4 })

const createCase = async (writable = true) => {
  const archive = await createArchive(join(await createTestFolder(), 'Cuttings'), { clock })
  const source = exampleSource(clock, 'Reuters')
  const add = (headline: string): string => {
    const article = exampleArticle(clock, source, { headline })
    const records = { ...emptyRecordSet, articles: [article], sources: [source] }
    archive.catalogue.commit({ records, action: 'import', actor: 'tester' })
    return article.id
  }
  const folder = join(archive.folder, 'derived', 'index')
  const open = () => {
    const service = createSearchService({
      workerPath: join(built, 'search.mjs'),
      cataloguePath: archive.catalogue.path,
      folder,
      writable,
    })
    onTestFinished(() => service.close())
    return service
  }
  onTestFinished(() => archive.close())
  return { add, open, folder, catalogue: archive.catalogue }
}

test('finds in a worker what the archive holds and what is added, and reports its state', async () => {
  const { add, open } = await createCase()
  const first = add('Harbour bridge')
  const service = open()
  const states: string[] = []
  service.onState(({ state, searchable }) => states.push(`${state} ${searchable}`))
  await service.catchUp()
  expect((await service.query(ask('harb'))).hits).toMatchObject([{ id: first, title: 'Harbour bridge' }])
  const second = add('Airport tunnel')
  await service.catchUp()
  expect(await service.select('tunn')).toEqual([second])
  expect(await service.places('tunnel', second)).toEqual([{ field: 'headline', ranges: [[8, 14]] }])
  expect(service.state()).toEqual({ state: 'ready', searchable: 2, total: 2 })
  expect(states.at(-1)).toBe('ready 2')
})

test('finds what was tagged a moment ago by its name, and no more once that is undone', async () => {
  const { add, open, catalogue } = await createCase()
  const [id, other] = [add('Harbour bridge'), add('Airport tunnel')]
  const service = open()
  await service.catchUp()
  const filing = createFiling({
    catalogue,
    names: createNameCounts(catalogue),
    actor: 'tester',
    committed: () => undefined,
  })
  const { moves } = await filing.add({ kind: 'tags', names: ['Follow up'], ids: [id] })
  await filing.add({ kind: 'collections', names: ['Transport series'], ids: [other] })
  await service.catchUp()
  expect(await service.select('tag:"follow up"')).toEqual([id])
  expect(await service.select('collection:transport')).toEqual([other])
  expect(await service.select('', { filters: [{ facet: 'tag', value: 'Follow up' }] })).toEqual([id])
  const offered = await service.complete('tag:fol', 7)
  expect(offered.options.map(({ text }) => text)).toEqual(['"Follow up"'])
  await filing.putBack({ kind: 'tags', moves })
  await service.catchUp()
  expect(await service.select('tag:follow')).toEqual([])
})

test('makes and saves the index in a second worker, and opens from it again', async () => {
  const { add, open, folder } = await createCase()
  const id = add('Harbour bridge')
  const service = open()
  expect(await service.rebuild()).toBe(1)
  await service.close()
  expect((await stat(join(folder, manifestName))).size).toBeGreaterThan(100)
  const again = open()
  await again.catchUp()
  expect(await again.select('bridge')).toEqual([id])
})

test('writes nothing where the archive is only read', async () => {
  const { add, open, folder } = await createCase(false)
  const id = add('Harbour bridge')
  const service = open()
  await service.rebuild()
  expect(await service.select('bridge')).toEqual([id])
  await expect(stat(join(folder, manifestName))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a newer query of the same client makes an older one that waits reject', async () => {
  const { add, open } = await createCase()
  add('Harbour bridge')
  const service = open()
  const older = service.query(ask('h'), { client: 'page' })
  const other = service.query(ask('h'), { client: 'another page' })
  const newer = service.query(ask('ha'), { client: 'page' })
  await expect(older).rejects.toMatchObject({ code: 'cancelled' })
  expect((await newer).readAs).toBe('query')
  expect((await other).readAs).toBe('query')
  const controller = new AbortController()
  const stopped = service.query(ask('har'), { signal: controller.signal })
  controller.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
})

test('says what an item is not, and answers nothing after it was closed', async () => {
  const { open } = await createCase()
  const service = open()
  await expect(service.places('x', clock.createId())).rejects.toMatchObject({ code: 'not-found' })
  await service.close()
  await expect(service.query(ask('x'))).rejects.toMatchObject({ code: 'cancelled' })
})
