import { expect, test } from 'vitest'
import type { Claim } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import { systemClock as clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import { createExampleArchive } from './fixtures/exampleArchive'
import type { Archive } from './types'
import type { ArticleRecord } from '#shared/model/records'

const at = '2026-11-26T10:00:00.000Z'

const targetIn = (article: ArticleRecord) => ({
  articleId: article.id,
  versionId: article.versions[0]?.id ?? '',
  passage: '1',
})

const claimOn = (article: ArticleRecord, evidence: Claim['evidence'] = []): Claim => ({
  id: clock.createId(),
  kind: 'claim',
  text: 'The bridge closes in March',
  claimType: 'date',
  status: 'open',
  target: targetIn(article),
  evidence,
  checks: [],
  createdAt: at,
})

const noteOn = (article: ArticleRecord): Note => ({
  id: clock.createId(),
  kind: 'note',
  target: { itemId: article.id },
  text: 'Ask the council.\nAgain.',
  open: true,
  createdAt: at,
  updatedAt: at,
})

const store = (archive: Archive, records: { claims?: Claim[]; notes?: Note[] }, action: 'import' | 'edit') =>
  archive.catalogue.commit({ records: { ...emptyRecordSet, ...records }, action, actor: 'tester' })

test('knows the claims and notes of an article, as they were edited last', async () => {
  const { archive, article } = await createExampleArchive()
  const [claim, note] = [claimOn(article), noteOn(article)]
  store(archive, { claims: [claim], notes: [note] }, 'import')
  expect(archive.catalogue.bearingOn(article.id)).toEqual({ claims: [claim], notes: [note] })
  const checked = { ...claim, status: 'supported' } as const
  store(archive, { claims: [checked] }, 'edit')
  expect(archive.catalogue.bearingOn(article.id).claims).toEqual([checked])
  expect(archive.catalogue.events(claim.id).map(({ action }) => action)).toEqual(['import', 'edit'])
  const { counts } = archive.catalogue.describe()
  expect([counts.claim, counts.note]).toEqual([1, 1])
  expect(archive.catalogue.countItems()).toBe(1)
  await archive.close()
})

test('withdraws a claim with all that it points at, and brings it back as it was', async () => {
  const { archive, article } = await createExampleArchive()
  const { catalogue } = archive
  const claim = claimOn(article)
  store(archive, { claims: [claim] }, 'import')
  const before = catalogue.list({ kind: 'claim' }, { by: 'added', direction: 'ascending' }, 0, 10)
  catalogue.withdraw(claim.id, 'tester')
  expect(catalogue.record(claim.id)).toBeUndefined()
  expect(catalogue.bearingOn(article.id).claims).toEqual([])
  expect(catalogue.recordSet().claims).toEqual([])
  expect(() => catalogue.withdraw(claim.id, 'tester')).toThrow(expect.objectContaining({ code: 'not-found' }))
  const later = noteOn(article)
  store(archive, { notes: [later] }, 'import')
  expect(catalogue.restoreWithdrawn(claim.id, 'tester')).toEqual(claim)
  expect(catalogue.list({ kind: 'claim' }, { by: 'added', direction: 'ascending' }, 0, 10)).toEqual(before)
  expect(catalogue.bearingOn(article.id)).toEqual({ claims: [claim], notes: [later] })
  expect(catalogue.events(claim.id, { local: true }).map(({ action }) => action)).toEqual([
    'import',
    'remove',
    'restore',
  ])
  await archive.close()
})

test('keeps a claim that was withdrawn from being stored anew in its place', async () => {
  const { archive, article } = await createExampleArchive()
  const { catalogue } = archive
  const claim = claimOn(article)
  store(archive, { claims: [claim] }, 'import')
  catalogue.withdraw(claim.id, 'tester')
  expect(catalogue.withdrawn(claim.id)).toEqual(claim)
  const other = { ...claim, text: 'Another text' }
  expect(() => store(archive, { claims: [other] }, 'import')).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  )
  expect(catalogue.restoreWithdrawn(claim.id, 'tester')).toEqual(claim)
  expect(catalogue.withdrawn(claim.id)).toBeUndefined()
  store(archive, { claims: [other] }, 'edit')
  expect(catalogue.record(claim.id)).toEqual(other)
  await archive.close()
})

test('gives an article with what is said about it, and with the evidence, but not with what is said about that', async () => {
  const { archive, article, source } = await createExampleArchive()
  const [version] = article.versions
  if (!version) throw new TypeError('no version')
  const [otherId, otherVersion] = [clock.createId(), clock.createId()]
  const other: ArticleRecord = {
    ...article,
    id: otherId,
    headline: 'The council decides',
    versions: [{ ...version, id: otherVersion, articleId: otherId, sourceLines: [] }],
    citations: [],
  }
  archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [other] },
    action: 'import',
    actor: 'tester',
  })
  const evidence = {
    id: clock.createId(),
    relation: 'supports',
    target: targetIn(other),
    addedAt: at,
  } as const
  const [own, foreign] = [claimOn(article, [evidence]), claimOn(other)]
  store(archive, { claims: [own, foreign] }, 'import')
  const set = archive.catalogue.recordSet([article.id])
  expect(set.claims).toEqual([own])
  expect(set.articles.map(({ id }) => id).sort()).toEqual([article.id, other.id].sort())
  expect(set.sources).toEqual([source])
  expect(archive.catalogue.recordSet([other.id]).claims).toEqual([foreign])
  expect(archive.catalogue.bearingOn(other.id).claims).toEqual([own, foreign])
  expect(archive.catalogue.recordSet().claims).toHaveLength(2)
  await archive.close()
})

test('lets search read an item again when a note is made on it, and when it is withdrawn', async () => {
  const { archive, article } = await createExampleArchive()
  const { catalogue } = archive
  const note = noteOn(article)
  const before = catalogue.revision()
  store(archive, { notes: [note] }, 'import')
  expect(catalogue.changesSince(before).ids).toEqual([article.id])
  const between = catalogue.revision()
  catalogue.withdraw(note.id, 'tester')
  expect(catalogue.changesSince(between).ids).toContain(article.id)
  await archive.close()
})
