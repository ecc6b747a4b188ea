import fc from 'fast-check'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import type { RecordSet } from '#shared/model/records'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { catalogueState } from '../store/fixtures/catalogueState'
import { openArchive } from '../store/openArchive'
import type { Archive, SourceChange } from '../store/types'
import { verifyArchive } from '../verify/verifyArchive'
import { citingArticle, createCitedSources } from './fixtures/citedSources'

const actor = 'tester'
const code = (value: string) => expect.objectContaining({ name: 'CuttingsError', code: value })
const step = () => ({ id: clock.createId(), stepId: clock.createId(), actor })

const change = (archive: Archive, asked: SourceChange): string => {
  archive.catalogue.changeSources(asked)
  return asked.id
}
const merge = (archive: Archive, [keptId = '', ...removedIds]: readonly string[]): string =>
  change(archive, { ...step(), deed: 'merge', keptId, removedIds })
const split = (archive: Archive, sourceId: string, alias: string): string =>
  change(archive, { ...step(), deed: 'split', sourceId, made: [{ id: clock.createId(), alias }] })
const rename = (archive: Archive, sourceId: string, name: string): string => {
  const source = sourceOf(archive, sourceId)
  return change(archive, { ...step(), deed: 'edit', sourceId, fields: { ...source, name } })
}

const sourceOf = ({ catalogue }: Archive, id: string) => {
  const record = catalogue.record(id)
  if (record?.kind !== 'source') throw new TypeError(`${id} is no source`)
  return record
}
/** Ids of sources that are not in the trash. */
const live = ({ catalogue }: Archive): string[] =>
  catalogue.ids({ kind: 'source' }, { by: 'added', direction: 'ascending' })
const literals = (archive: Archive, { articles }: RecordSet): string[] =>
  articles.flatMap(({ id }) => {
    const article = archive.catalogue.record(id)
    return article?.kind === 'article'
      ? article.citations.map((citation) => `${citation.id} ${citation.literal}`)
      : []
  })

const choice = fc.record({
  deed: fc.constantFrom('merge' as const, 'merge' as const, 'split' as const, 'edit' as const),
  picks: fc.array(fc.nat(20), { minLength: 2, maxLength: 4 }),
})

/** Does something with the sources that there are; answers what undoes it. */
const perform = (archive: Archive, { deed, picks }: { deed: SourceChange['deed']; picks: number[] }): string[] => {
  const ids = live(archive)
  const chosen = [...new Set(picks.map((pick) => ids[pick % ids.length] ?? ''))]
  const [first = ''] = chosen
  const [alias] = sourceOf(archive, first).aliases
  if (deed === 'merge') return chosen.length < 2 ? [] : [merge(archive, chosen)]
  if (deed === 'split') return alias === undefined ? [] : [split(archive, first, alias)]
  return [rename(archive, first, `Renamed ${picks.join(' ')}`)]
}

test('whatever is done to sources, undone, gives back all of before, also after a restart; no literal ever changes', async () => {
  const filled = await createCitedSources()
  let { archive } = filled
  const before = await catalogueState(archive, filled.all, 'Report')
  const printed = literals(archive, filled.all)
  expect(before.hits.length).toBeGreaterThan(0)
  await fc.assert(
    fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 6 }), async (choices) => {
      const steps = choices.flatMap((one) => perform(archive, one))
      expect(literals(archive, filled.all)).toEqual(printed)
      expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
      await archive.close()
      archive = await openArchive(filled.folder, { clock })
      for (const id of steps.reverse()) archive.catalogue.undoSourceStep(id, actor)
      expect(await catalogueState(archive, filled.all, 'Report')).toEqual(before)
      expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
    }),
    { numRuns: 20 },
  )
  await archive.close()
}, 60_000)

test('makes one source of several: names, notes and warnings of all, and everything that named one names it', async () => {
  const { archive, all } = await createCitedSources()
  const { catalogue } = archive
  const [kept = '', other = '', third = ''] = all.sources.map(({ id }) => id)
  merge(archive, [kept, other, third])
  expect(sourceOf(archive, kept)).toMatchObject({
    name: 'CNN',
    aliases: ['CNN as it was', 'Cable News Network', 'Cable News Network as it was', 'C.N.N.', 'C.N.N. as it was'],
    houseNote: 'A note on CNN\n\nA note on Cable News Network\n\nA note on C.N.N.',
    warnings: ['Look twice at CNN', 'Look twice at Cable News Network', 'Look twice at C.N.N.'],
  })
  expect(live(archive)).toEqual([kept, ...all.sources.slice(3).map(({ id }) => id)])
  expect(catalogue.citedBy(kept)).toEqual({ citations: 12, articles: 6 })
  expect(catalogue.citedBy(other)).toEqual({ citations: 0, articles: 0 })
  expect(catalogue.citingPassages(kept, 0, 500).total).toBe(18)
  expect(catalogue.referencesOf(kept)).toHaveLength(3)
  expect(catalogue.sources.printed(kept)).toHaveLength(6)
  const claim = catalogue.record(all.claims[0]?.id ?? '')
  expect(claim).toMatchObject({ evidence: [{ sourceId: kept }, { sourceId: kept }, { sourceId: kept }] })
  expect(catalogue.sourceNamed('c.n.n.')?.id).toBe(kept)
  expect(catalogue.keptFor(third)).toBe(kept)
  await archive.close()
})

test('keeps a source that must not be named from being named after a merge or a split', async () => {
  const { archive, all } = await createCitedSources()
  const [first, second] = all.sources
  const fields = { ...sourceOf(archive, second?.id ?? ''), confidential: true as const }
  change(archive, { ...step(), deed: 'edit', sourceId: second?.id ?? '', fields })
  merge(archive, [first?.id ?? '', second?.id ?? ''])
  expect(sourceOf(archive, first?.id ?? '').confidential).toBe(true)
  split(archive, first?.id ?? '', 'Cable News Network')
  expect(archive.catalogue.sourceNamed('Cable News Network')?.confidential).toBe(true)
  await archive.close()
})

test('makes a source of an alias, with the citations that are printed so and no others', async () => {
  const { archive, all } = await createCitedSources()
  const [first] = all.sources
  const id = first?.id ?? ''
  split(archive, id, 'cnn AS it was')
  const made = archive.catalogue.sourceNamed('CNN as it was')
  expect(made).toMatchObject({ name: 'CNN as it was', aliases: [], warnings: [] })
  expect(sourceOf(archive, id).aliases).toEqual([])
  expect(archive.catalogue.sources.printed(made?.id ?? '')).toEqual([{ literal: 'CNN as it was', citations: 2 }])
  expect(archive.catalogue.sources.printed(id)).toEqual([{ literal: 'CNN', citations: 2 }])
  expect(() => split(archive, id, 'BBC')).toThrow(code('no-such-alias'))
  await archive.close()
})

test('a source keeps the name that it had as an alias, so that what is printed so still finds it', async () => {
  const { archive, all } = await createCitedSources()
  const id = all.sources[3]?.id ?? ''
  rename(archive, id, 'Thomson Reuters')
  expect(sourceOf(archive, id).aliases).toEqual(['Reuters as it was', 'Reuters'])
  rename(archive, id, 'THOMSON REUTERS')
  expect(sourceOf(archive, id).aliases).toEqual(['Reuters as it was', 'Reuters'])
  expect(archive.catalogue.events(id).map(({ action }) => action)).toEqual(['import', 'edit', 'edit'])
  await archive.close()
})

test('what came after a merge stays with the kept source when the merge is undone', async () => {
  const { archive, all } = await createCitedSources()
  const [kept, other] = all.sources
  const id = merge(archive, [kept?.id ?? '', other?.id ?? ''])
  const source = archive.catalogue.sourceNamed('Cable News Network')
  const late = source && citingArticle(source, 'Cable News Network', 'A late report')
  const records = { ...emptyRecordSet, articles: late ? [late] : [] }
  archive.catalogue.commit({ records, action: 'import', actor })
  archive.catalogue.undoSourceStep(id, actor)
  expect(archive.catalogue.citedBy(kept?.id ?? '')).toEqual({ citations: 6, articles: 3 })
  expect(archive.catalogue.citedBy(other?.id ?? '')).toEqual({ citations: 4, articles: 2 })
  await archive.close()
})

test('goes through articles in the trash, so that they come back as all others are', async () => {
  const { archive, all } = await createCitedSources()
  const [kept, other] = all.sources
  const [first = '', , third = ''] = all.articles.map(({ id }) => id)
  const before = await catalogueState(archive, all, 'CNN')
  const mergeId = clock.createId()
  archive.catalogue.merge({ ...step(), id: mergeId, keptId: first, removedIds: [third] })
  const id = merge(archive, [kept?.id ?? '', other?.id ?? ''])
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
  archive.catalogue.undoMerge(mergeId, actor)
  expect(archive.catalogue.citedBy(kept?.id ?? '')).toEqual({ citations: 8, articles: 4 })
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
  archive.catalogue.undoSourceStep(id, actor)
  expect(await catalogueState(archive, all, 'CNN')).toEqual(before)
  await archive.close()
})

test('asks for what was done later to be undone first', async () => {
  const { archive, all } = await createCitedSources()
  const [first = '', second = '', third = '', fourth = ''] = all.sources.map(({ id }) => id)
  const early = merge(archive, [first, second])
  const other = rename(archive, fourth, 'Reuters agency')
  const late = merge(archive, [third, first])
  expect(() => archive.catalogue.undoSourceStep(early, actor)).toThrow(code('changed-since'))
  archive.catalogue.undoSourceStep(other, actor)
  archive.catalogue.undoSourceStep(late, actor)
  archive.catalogue.undoSourceStep(early, actor)
  expect(() => archive.catalogue.undoSourceStep(early, actor)).toThrow(code('not-found'))
  expect(live(archive)).toEqual(all.sources.map(({ id }) => id))
  await archive.close()
})

test('does not merge what is gone, no source, or itself', async () => {
  const { archive, all } = await createCitedSources()
  const [first = '', second = '', third = ''] = all.sources.map(({ id }) => id)
  expect(() => merge(archive, [first, all.articles[0]?.id ?? ''])).toThrow(code('not-found'))
  expect(() => merge(archive, [first, first])).toThrow(code('bad-input'))
  merge(archive, [first, second])
  expect(() => merge(archive, [third, second])).toThrow(code('not-found'))
  await archive.close()
})

test('reads an article again that was changed between the reading and the merge', async () => {
  const { archive, all } = await createCitedSources()
  const { catalogue } = archive
  const [kept = '', other = ''] = all.sources.map(({ id }) => id)
  const asked = { ...step(), deed: 'merge', keptId: kept, removedIds: [other] } as const
  const { articleIds, target } = catalogue.sources.work(asked)
  const prepared = new Map(
    articleIds.flatMap((id) => {
      const ready = catalogue.sources.prepare(id, target)
      return ready ? [[id, ready] as const] : []
    }),
  )
  expect(prepared.size).toBe(2)
  const article = catalogue.record(articleIds[0] ?? '')
  if (article?.kind !== 'article') throw new TypeError('no article')
  const records = { ...emptyRecordSet, articles: [{ ...article, tags: ['meanwhile'] }] }
  catalogue.commit({ records, action: 'edit', actor })
  expect(catalogue.changeSources(asked, prepared)).toBe(4)
  expect(catalogue.record(article.id)).toMatchObject({ tags: ['meanwhile'], citations: [{ sourceId: kept }, {}] })
  expect(await verifyArchive(archive)).toMatchObject({ problems: 0, custody: 'unbroken' })
  await archive.close()
})

test('what ends in the middle of a merge, a split or an undo leaves nothing of it', async () => {
  const { archive, all } = await createCitedSources()
  const ids = all.sources.slice(0, 3).map(({ id }) => id)
  const saw = new DatabaseSync(archive.catalogue.path)
  const seen = () => catalogueState(archive, all, 'CNN')
  const expectNothingOf = async (cut: string, deed: () => unknown): Promise<void> => {
    const before = await seen()
    saw.exec(`CREATE TRIGGER cut ${cut} BEGIN SELECT RAISE(ABORT, 'cut'); END`)
    expect(deed).toThrow()
    expect(await seen()).toEqual(before)
    saw.exec('DROP TRIGGER cut')
  }
  await expectNothingOf('BEFORE INSERT ON source_step', () => merge(archive, ids))
  await expectNothingOf('BEFORE INSERT ON source_step_source', () => split(archive, ids[0] ?? '', 'CNN as it was'))
  const id = merge(archive, ids)
  await expectNothingOf('BEFORE UPDATE ON source_step', () => archive.catalogue.undoSourceStep(id, actor))
  saw.close()
  await archive.close()
})
