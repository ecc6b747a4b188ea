import { expect, it } from 'vitest'
import { wholePack } from '#core/exporters/pack/fixtures/wholePack'
import type { ArticleRecord } from '#shared/model/records'
import { takeRecord } from './takeRecord'

const [article] = wholePack.records.articles
const [first, ...later] = article?.versions ?? []
if (!article || !first || later.length === 0) throw new TypeError('the sample has an article of two versions')

const original = 'a'.repeat(64)

const asked = { lineage: 'apart', profile: 'full' } as const
const edited: ArticleRecord = { ...article, byline: 'Somebody else', tags: ['theirs'] }

it('takes the words of the pack, and keeps the order of whoever takes them', () => {
  const taken = takeRecord(article, edited, asked)
  expect(taken).toMatchObject({ byline: 'Somebody else', tags: ['theirs', ...article.tags] })
  expect(takeRecord(article, edited, { ...asked, lineage: 'ahead' })).toEqual(edited)
})

it('keeps what the profile of the pack leaves out', () => {
  const without = { ...first }
  delete without.original
  const carried = { ...edited, versions: [without, ...later] }
  expect(takeRecord(article, carried, { ...asked, profile: 'light' })).toMatchObject({
    versions: article.versions,
  })
})

it('keeps citations that only the held one has', () => {
  const carried = { ...edited, citations: edited.citations.slice(1) }
  const taken = takeRecord(article, carried, asked)
  expect(taken?.kind === 'article' && taken.citations.map(({ id }) => id).sort()).toEqual(
    article.citations.map(({ id }) => id).sort(),
  )
})

it('takes no article that lacks a version, or has another text in the place of one', () => {
  expect(takeRecord(article, { ...edited, versions: [first] }, asked)).toBeUndefined()
  const other = {
    ...first,
    passages: first.passages.map((passage) => ({ ...passage, text: 'Other words.' })),
  }
  expect(takeRecord(article, { ...edited, versions: [other, ...later] }, asked)).toBeUndefined()
})

it('takes a version that is not held yet', () => {
  const held = { ...article, versions: [first] }
  expect(takeRecord(held, edited, asked)).toMatchObject({ versions: article.versions })
})

it('takes nothing from a pack that masks words', () => {
  expect(takeRecord(article, edited, { ...asked, profile: 'redacted' })).toBeUndefined()
})

it('takes nothing from a pack of a profile that is not known: it may mask words', () => {
  expect(takeRecord(article, edited, { ...asked, profile: 'a later one' })).toBeUndefined()
})

it('loses no original, whatever a pack and its chain say', () => {
  const held = { ...article, versions: [{ ...first, original }, ...later] }
  const carried = { ...edited, versions: [first, ...later] }
  expect(takeRecord(held, carried, { ...asked, lineage: 'ahead' })).toBeUndefined()
  expect(takeRecord(held, carried, asked)).toMatchObject({ versions: held.versions })
  // The other way round it is what the version came without.
  expect(
    takeRecord({ ...article, versions: [first, ...later] }, { ...edited, versions: held.versions }, asked),
  ).toMatchObject({ versions: held.versions })
  const [photo] = wholePack.records.photos
  if (!photo) throw new TypeError('the sample has a photo')
  const bare = { ...photo, fields: { ...photo.fields, headline: 'Another' } }
  delete bare.original
  expect(takeRecord(photo, bare, { ...asked, lineage: 'ahead' })).toBeUndefined()
  expect(takeRecord(photo, bare, { ...asked, lineage: 'unknown' })).toMatchObject({
    original: photo.original,
  })
})

it('puts a claim where the pack says that it stands, though the log that is held is longer', () => {
  const [claim] = wholePack.records.claims
  if (!claim) throw new TypeError('the sample has a claim')
  const check = { at: '2026-11-22T10:00:00.000Z', by: 'A', method: 'call', outcome: 'supported' as const }
  const held = { ...claim, status: 'supported' as const, checks: [check] }
  const theirs = { ...claim, status: 'disputed' as const, checks: [] }
  expect(takeRecord(held, theirs, asked)).toMatchObject({ status: 'disputed', checks: [check] })
})
