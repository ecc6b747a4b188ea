import fc from 'fast-check'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { RecordSet } from '#shared/model/records'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createArchive } from '../store/createArchive'
import { catalogueState } from '../store/fixtures/catalogueState'
import { exampleSource } from '../store/fixtures/exampleRecords'
import { createTestFolder } from '../store/fixtures/testFolder'
import { openArchive } from '../store/openArchive'
import type { Archive } from '../store/types'
import { verifyArchive } from '../verify/verifyArchive'
import { alikeArticle, examplePhoto } from './fixtures/alikeRecords'

const actor = 'tester'
const code = (value: string) => expect.objectContaining({ name: 'CuttingsError', code: value })

const createFilled = async (): Promise<{ archive: Archive; folder: string; all: RecordSet }> => {
  const folder = join(await createTestFolder(), 'A')
  const archive = await createArchive(folder, { clock })
  const source = exampleSource(clock, 'Reuters')
  const photos = [0, 1, 2].map((at) => examplePhoto(clock, { headline: `Photo ${at}` }))
  const articles = [0, 1, 2, 3, 4, 5].map((at) => {
    const article = alikeArticle(clock, source, { text: at % 2, change: at, tags: [`t${at % 3}`, `u${at}`] })
    const photoId = photos[at % 3]?.id
    const versions = article.versions.map((version) => ({
      ...version,
      slots: version.slots.map((slot) => ({ ...slot, ...(photoId ? { photoId } : {}) })),
    }))
    return { ...article, versions }
  })
  const all = { ...emptyRecordSet, sources: [source], photos, articles }
  archive.catalogue.commit({ records: all, action: 'import', actor })
  return { archive, folder, all }
}

const mergeOf = (archive: Archive, ids: readonly string[]): string => {
  const [keptId = '', ...removedIds] = ids
  const id = clock.createId()
  archive.catalogue.merge({ id, stepId: clock.createId(), keptId, removedIds, actor })
  return id
}

/** Ids of items that are not in the trash, of one kind. */
const live = ({ catalogue }: Archive, kind: 'article' | 'photo'): string[] =>
  catalogue.ids({ kind }, { by: 'added', direction: 'ascending' })

const choice = fc.record({
  kind: fc.constantFrom('article' as const, 'photo' as const),
  picks: fc.array(fc.nat(20), { minLength: 2, maxLength: 4 }),
})

test('any merges, undone, give back the records, lists, counts and hits of before, also after a restart', async () => {
  const filled = await createFilled()
  let { archive } = filled
  const before = await catalogueState(archive, filled.all, 'change3')
  expect(before.hits).toHaveLength(1)
  await fc.assert(
    fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 4 }), async (choices) => {
      const merges = choices.flatMap(({ kind, picks }) => {
        const ids = live(archive, kind)
        const chosen = [...new Set(picks.map((pick) => ids[pick % ids.length] ?? ''))]
        return chosen.length < 2 ? [] : [mergeOf(archive, chosen)]
      })
      if (merges.length > 0) expect(archive.catalogue.countItems()).toBeLessThan(before.items)
      expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
      await archive.close()
      archive = await openArchive(filled.folder, { clock })
      for (const id of merges.reverse()) archive.catalogue.undoMerge(id, actor)
      expect(await catalogueState(archive, filled.all, 'change3')).toEqual(before)
    }),
    { numRuns: 15 },
  )
  await archive.close()
}, 60_000)

test('a removed item is in no list, count, search or citing passage, and its record and bytes stay', async () => {
  const { archive, all } = await createFilled()
  const { catalogue } = archive
  const [first, second] = all.articles
  const source = all.sources[0]?.id ?? ''
  const cited = catalogue.citedBy(source)
  mergeOf(archive, [first?.id ?? '', second?.id ?? ''])
  const state = await catalogueState(archive, all, 'change1')
  expect(JSON.stringify([state.lists, state.records, state.citing, state.alike, state.hits])).not.toContain(
    second?.id,
  )
  expect(state.described.counts).toMatchObject({ article: 5, citation: 10, slot: 5 })
  expect(catalogue.citedBy(source)).toEqual({ citations: cited.citations - 2, articles: cited.articles - 1 })
  expect(catalogue.record(second?.id ?? '')).toEqual(second)
  expect(catalogue.removal(second?.id ?? '')).toMatchObject({ into: first?.id })
  expect(catalogue.chainedIds()).toContain(second?.id)
  expect(catalogue.events(second?.id ?? '', { local: true }).map(({ action }) => action)).toEqual([
    'import',
    'remove',
  ])
  await archive.close()
})

test('gives the kept article the tags of the others, and takes exactly these back', async () => {
  const { archive, all } = await createFilled()
  const [first, second, third] = all.articles
  const id = mergeOf(archive, [first?.id ?? '', second?.id ?? '', third?.id ?? ''])
  expect(archive.catalogue.record(first?.id ?? '')).toEqual({
    ...first,
    tags: ['t0', 'u0', 't1', 'u1', 't2', 'u2'],
  })
  expect(archive.catalogue.undoMerge(id, actor)).toBe(2)
  expect(archive.catalogue.record(first?.id ?? '')).toEqual(first)
  await archive.close()
})

test('what points at a removed photo finds the one that was kept, however often that was merged on', async () => {
  const { archive, all } = await createFilled()
  const [first = '', second = '', third = ''] = all.photos.map(({ id }) => id)
  mergeOf(archive, [second, first])
  mergeOf(archive, [third, second])
  expect(archive.catalogue.keptFor(first)).toBe(third)
  expect(archive.catalogue.keptFor(third)).toBe(third)
  await archive.close()
})

test('asks for the later merge to be undone first', async () => {
  const { archive, all } = await createFilled()
  const [first = '', second = '', third = ''] = all.photos.map(({ id }) => id)
  const early = mergeOf(archive, [second, first])
  const late = mergeOf(archive, [third, second])
  expect(() => archive.catalogue.undoMerge(early, actor)).toThrow(code('merged-on'))
  archive.catalogue.undoMerge(late, actor)
  archive.catalogue.undoMerge(early, actor)
  expect(() => archive.catalogue.undoMerge(early, actor)).toThrow(code('not-found'))
  expect(live(archive, 'photo')).toEqual([first, second, third])
  await archive.close()
})

test('does not merge what is gone, of another kind, or itself', async () => {
  const { archive, all } = await createFilled()
  const [article = '', other = ''] = all.articles.map(({ id }) => id)
  const photo = all.photos[0]?.id ?? ''
  expect(() => mergeOf(archive, [article, photo])).toThrow(code('bad-input'))
  expect(() => mergeOf(archive, [article, article])).toThrow(code('bad-input'))
  mergeOf(archive, [article, other])
  expect(() => mergeOf(archive, [all.articles[2]?.id ?? '', other])).toThrow(code('not-found'))
  await archive.close()
})

test('what ends in the middle of a merge or an undo leaves nothing of it', async () => {
  const { archive, all } = await createFilled()
  const ids = all.articles.slice(0, 3).map(({ id }) => id)
  const saw = new DatabaseSync(archive.catalogue.path)
  const cut = (table: string): void =>
    saw.exec(
      `CREATE TRIGGER cut BEFORE INSERT ON ${table} WHEN NEW.id = '${ids[2]}' BEGIN SELECT RAISE(ABORT, 'cut'); END`,
    )
  const before = await catalogueState(archive, all, 'change1')
  cut('removed')
  expect(() => mergeOf(archive, ids)).toThrow()
  expect(await catalogueState(archive, all, 'change1')).toEqual(before)
  saw.exec('DROP TRIGGER cut')
  const id = mergeOf(archive, ids)
  const merged = await catalogueState(archive, all, 'change1')
  expect(merged).not.toEqual(before)
  cut('record')
  expect(() => archive.catalogue.undoMerge(id, actor)).toThrow()
  expect(await catalogueState(archive, all, 'change1')).toEqual(merged)
  saw.close()
  await archive.close()
})

test('keeps the place of a removed item, so that what is added meanwhile does not take it', async () => {
  const { archive, all } = await createFilled()
  const ids = all.articles.map(({ id }) => id)
  const last = ids[5] ?? ''
  const id = mergeOf(archive, [ids[0] ?? '', last])
  const source = all.sources[0] ?? exampleSource(clock, 'none')
  const added = alikeArticle(clock, source, { text: 7 })
  archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [added] },
    action: 'import',
    actor,
  })
  archive.catalogue.undoMerge(id, actor)
  expect(live(archive, 'article')).toEqual([...ids, added.id])
  await archive.close()
})
