import { expect, it } from 'vitest'
import { wholePack } from '#core/exporters/pack/fixtures/wholePack'
import type { ArticleRecord } from '#shared/model/records'
import { takeRecord } from './takeRecord'

const [article] = wholePack.records.articles
const [first, ...later] = article?.versions ?? []
if (!article || !first || later.length === 0) throw new TypeError('the sample has an article of two versions')

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
