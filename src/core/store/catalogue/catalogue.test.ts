import { expect, test } from 'vitest'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Photo } from '#shared/model/photo'
import type { Reference } from '#shared/model/reference'
import { systemClock as clock } from '../../records/clock'
import { checkChain, digestOf } from '../../records/digest'
import { emptyRecordSet } from '../../records/recordSets'
import { createExampleArchive } from '../fixtures/exampleArchive'
import { exampleArticle, exampleOriginal, exampleSource } from '../fixtures/exampleRecords'
import type { Archive, Change } from '../types'

const code = (value: string) => expect.objectContaining({ name: 'CuttingsError', code: value })

const commit = (archive: Archive, records: Partial<RecordSet>, change: Partial<Change> = {}): number =>
  archive.catalogue.commit({
    action: 'import',
    actor: 'tester',
    ...change,
    records: { ...emptyRecordSet, ...records },
  })

const edited = (article: ArticleRecord, headline: string): ArticleRecord => ({ ...article, headline })

test('gives each record its first event, whose digest is that of the record', async () => {
  const { archive, article, source } = await createExampleArchive()
  for (const record of [article, source]) {
    const events = archive.catalogue.events(record.id)
    expect(events).toMatchObject([{ sequence: 1, action: 'import', digest: digestOf(record), local: false }])
    expect(events[0]).not.toHaveProperty('previous')
  }
  await archive.close()
})

test('appends to the chain with each edit, and replaces, never merges', async () => {
  const { archive, article } = await createExampleArchive()
  const added = archive.catalogue.addedAt(article.id)
  const changed = {
    ...edited(article, 'Bridge closes'),
    tags: ['bridges'],
    citations: article.citations.slice(1),
  }
  commit(archive, { articles: [changed] }, { action: 'edit' })
  expect(archive.catalogue.record(article.id)).toEqual(changed)
  expect(archive.catalogue.addedAt(article.id)).toBe(added)
  const events = archive.catalogue.events(article.id).map(({ local: _local, ...event }) => event)
  expect(events.map((event) => event.action)).toEqual(['import', 'edit'])
  expect(checkChain(events, changed)).toBeUndefined()
  expect(archive.catalogue.list({}, { by: 'added', direction: 'descending' }, 0, 1).rows[0]).toMatchObject({
    title: 'Bridge closes',
    support: 'npip',
  })
  await archive.close()
})

test('leaves a record alone that comes again as it is', async () => {
  const { archive, article, source } = await createExampleArchive()
  const revision = archive.catalogue.revision()
  expect(commit(archive, { articles: [article], sources: [source] })).toBe(revision)
  expect(archive.catalogue.events(article.id)).toHaveLength(1)
  await archive.close()
})

test('never changes nor drops a version', async () => {
  const { archive, article } = await createExampleArchive()
  const [first] = article.versions
  if (!first) throw new TypeError('the example has a version')
  const rewritten = {
    ...article,
    versions: [{ ...first, furniture: [{ text: 'x', reason: 'other' as const }] }],
  }
  expect(() => commit(archive, { articles: [rewritten] }, { action: 'edit' })).toThrow(code('conflict'))
  const second = { ...first, id: clock.createId(), number: 2 }
  const both = { ...article, versions: [first, second] }
  commit(archive, { articles: [both] }, { action: 'edit' })
  expect(() => commit(archive, { articles: [article] }, { action: 'edit' })).toThrow(code('conflict'))
  expect(archive.catalogue.record(article.id)).toEqual(both)
  await archive.close()
})

test('writes all of a change or nothing', async () => {
  const { archive, article, source } = await createExampleArchive()
  const before = archive.catalogue.recordSet()
  const revision = archive.catalogue.revision()
  const fresh = exampleSource(clock, 'AFP')
  const broken = exampleArticle(clock, source, { original: '0'.repeat(64) })
  const other = exampleOriginal('other')
  expect(() =>
    commit(archive, { sources: [fresh], articles: [edited(article, 'x'), broken], originals: [other] }),
  ).toThrow('needs an original')
  expect(archive.catalogue.recordSet()).toEqual(before)
  expect(archive.catalogue.revision()).toBe(revision)
  expect(archive.catalogue.record(fresh.id)).toBeUndefined()
  expect(archive.catalogue.original(other.sha256)).toBeUndefined()
  await archive.close()
})

test('stores chains that came with a pack as they are, with a local event beside them', async () => {
  const from = await createExampleArchive()
  const { catalogue } = from.archive
  commit(from.archive, { articles: [edited(from.article, 'Edited')] }, { action: 'edit' })
  catalogue.note('export', from.article.id, 'tester')
  const records = catalogue.recordSet()
  const chainOf = (id: string) => catalogue.events(id).map(({ local: _local, ...event }) => event)
  const chains = [...chainOf(from.article.id), ...chainOf(from.source.id)]
  const { archive } = await createExampleArchive()
  commit(archive, records, { action: 'import-pack', chains })
  const got = archive.catalogue.events(from.article.id, { local: true })
  expect(got.filter((event) => !event.local)).toEqual(catalogue.events(from.article.id))
  expect(got.filter((event) => event.local)).toMatchObject([{ action: 'import-pack', sequence: 1 }])
  expect(archive.catalogue.recordSet([from.article.id])).toEqual(records)
  const again = edited(from.article, 'Edited here')
  commit(archive, { articles: [again] }, { action: 'edit' })
  const chain = archive.catalogue.events(from.article.id).map(({ local: _local, ...event }) => event)
  expect(chain).toHaveLength(3)
  expect(checkChain(chain, again)).toBeUndefined()
  await archive.close()
  await from.archive.close()
})

test('refuses a chain that does not fit its record', async () => {
  const from = await createExampleArchive()
  const chains = from.archive.catalogue.events(from.source.id).map(({ local: _local, ...event }) => event)
  const { archive } = await createExampleArchive()
  const forged = { ...from.source, name: 'Forged' }
  expect(() => commit(archive, { sources: [forged] }, { action: 'import-pack', chains })).toThrow(
    code('pack-changed'),
  )
  expect(archive.catalogue.record(forged.id)).toBeUndefined()
  await archive.close()
  await from.archive.close()
})

test('keeps notes of this archive apart from the chain', async () => {
  const { archive, article } = await createExampleArchive()
  archive.catalogue.note('export', article.id, 'tester')
  archive.catalogue.note('export', article.id, 'tester')
  expect(archive.catalogue.events(article.id)).toHaveLength(1)
  const local = archive.catalogue.events(article.id, { local: true }).filter((event) => event.local)
  expect(local.map((event) => event.sequence)).toEqual([1, 2])
  expect(archive.catalogue.noted('bundled')).toBe(false)
  archive.catalogue.note('bundled', archive.id, 'tester')
  expect(archive.catalogue.noted('bundled')).toBe(true)
  expect(archive.catalogue.noted('export')).toBe(false)
  await archive.close()
})

test('finds a source by name or alias, whatever the case or form', async () => {
  const { archive, source } = await createExampleArchive()
  const composed = exampleSource(clock, 'Süddeutsche Straße', ['SZ'])
  commit(archive, { sources: [composed] })
  for (const name of ['Reuters', ' REUTERS ', 'thomson reuters'])
    expect(archive.catalogue.sourceNamed(name)?.id, name).toBe(source.id)
  for (const name of ['Su\u0308ddeutsche Strasse', 'SÜDDEUTSCHE STRASSE', 'sz'])
    expect(archive.catalogue.sourceNamed(name)?.id, name).toBe(composed.id)
  expect(archive.catalogue.sourceNamed('Reuter')).toBeUndefined()
  const alias = exampleSource(clock, 'Another', ['Reuters'])
  commit(archive, { sources: [alias] })
  expect(archive.catalogue.sourceNamed('Reuters')?.id).toBe(source.id)
  commit(archive, { sources: [{ ...source, name: 'Reuters News' }] }, { action: 'edit' })
  expect(archive.catalogue.sourceNamed('Reuters')?.id).toBe(alias.id)
  await archive.close()
})

test('tells search what is new, and which articles show a source that was edited', async () => {
  const { archive, article, source } = await createExampleArchive()
  expect(archive.catalogue.changesSince(0).ids).toEqual([article.id])
  const revision = archive.catalogue.revision()
  expect(archive.catalogue.changesSince(revision)).toEqual({ revision, ids: [] })
  const next = exampleArticle(clock, source)
  commit(archive, { articles: [next] })
  expect(archive.catalogue.changesSince(revision).ids).toEqual([next.id])
  const later = archive.catalogue.revision()
  commit(archive, { sources: [{ ...source, name: 'Reuters News' }] }, { action: 'edit' })
  expect(new Set(archive.catalogue.changesSince(later).ids)).toEqual(new Set([article.id, next.id]))
  await archive.close()
})

test('lists the passages that rest on a source, and counts only its citations', async () => {
  const { archive, article, source } = await createExampleArchive()
  const confirmed = {
    ...article.citations[0],
    id: clock.createId(),
    passage: '1',
    origin: 'confirmed' as const,
  }
  const changed = {
    ...article,
    citations: [...article.citations, confirmed as (typeof article.citations)[number]],
  }
  commit(archive, { articles: [changed] }, { action: 'edit' })
  const { total, rows } = archive.catalogue.citingPassages(source.id, 0, 10)
  expect(total).toBe(4)
  expect(rows.map((row) => [row.passage, row.basis, row.text])).toEqual([
    ['1', 'confirmed', 'Paragraph 1 of the example.'],
    ['2', 'printed', 'Paragraph 2 of the example.'],
    ['3', 'inferred', 'Paragraph 3 of the example.'],
    ['4', 'printed', 'Paragraph 4 of the example.'],
  ])
  expect(archive.catalogue.citingPassages(source.id, 2, 1).rows.map((row) => row.passage)).toEqual(['3'])
  expect(archive.catalogue.citedBy(source.id)).toEqual({ citations: 3, articles: 1 })
  await archive.close()
})

const exampleReference = (sourceId: string): Reference => ({
  id: clock.createId(),
  kind: 'reference',
  key: 'example2019bridge',
  csl: {
    id: 'example2019bridge',
    type: 'article-newspaper',
    title: 'The bridge',
    issued: { 'date-parts': [[2019, 3]] },
  },
  sourceId,
})

const examplePhoto = (original: string): Photo => ({
  id: clock.createId(),
  kind: 'photo',
  original,
  fields: { headline: 'The bridge at night', creator: 'A. Example' },
  origins: {},
  width: 10,
  height: 10,
  orientation: 1,
  capturedAt: '2019-03-23T10:00:00',
})

test('gathers what items point at, the same in any archive', async () => {
  const { archive, article, source, bytes } = await createExampleArchive()
  const picture = exampleOriginal('picture', 'p.jpg')
  const photo = examplePhoto(picture.sha256)
  const reference = exampleReference(source.id)
  const digest: ArticleRecord = { ...exampleArticle(clock, source), basedOn: reference.id }
  commit(archive, { references: [reference], photos: [photo], articles: [digest], originals: [picture] })
  expect(archive.catalogue.recordSet([digest.id])).toEqual({
    ...emptyRecordSet,
    articles: [digest],
    references: [reference],
    sources: [source],
  })
  expect(archive.catalogue.digestsOf(reference.id)).toEqual([{ id: digest.id, headline: digest.headline }])
  expect(archive.catalogue.referencesOf(source.id)).toEqual([reference.id])
  expect(archive.catalogue.itemsOf(bytes.sha256)).toEqual([article.id])
  expect(archive.catalogue.describe().counts).toEqual({
    article: 2,
    photo: 1,
    reference: 1,
    source: 1,
    citation: 4,
    slot: 2,
    claim: 0,
    note: 0,
    unsourced: 2,
  })
  const all = archive.catalogue.recordSet()
  const other = await createExampleArchive()
  commit(other.archive, { ...all, articles: [...all.articles].reverse() })
  const ids = [digest.id, photo.id, article.id]
  expect(other.archive.catalogue.recordSet(ids)).toEqual(all)
  const rows = archive.catalogue.list({}, { by: 'published', direction: 'ascending' }, 0, 10).rows
  expect(rows.map((row) => row.published)).toEqual(['2019-03', '2019-03', '2019-03-23', undefined])
  await archive.close()
  await other.archive.close()
})

test('gathers the names under which the same bytes came', async () => {
  const { archive, bytes } = await createExampleArchive()
  const again = exampleOriginal('The text as it came.\n', 'copy.txt')
  commit(archive, { originals: [again] })
  expect(archive.catalogue.original(bytes.sha256)?.names.map((name) => name.raw)).toEqual([
    'example.txt',
    'copy.txt',
  ])
  await archive.close()
})

test('says when something was last saved and last verified', async () => {
  const { archive } = await createExampleArchive()
  const { lastSaved, lastVerified } = archive.catalogue.describe()
  expect(lastSaved).toBeDefined()
  expect(lastVerified).toBeUndefined()
  archive.catalogue.noteVerified()
  expect(archive.catalogue.describe().lastVerified).toBeDefined()
  await archive.close()
})
