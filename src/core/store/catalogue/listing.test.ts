import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListFilter, ListSort } from '#shared/contract/library'
import type { ArticleRecord } from '#shared/model/records'
import { systemClock as clock } from '../../records/clock'
import { emptyRecordSet } from '../../records/recordSets'
import { createArchive } from '../createArchive'
import { exampleArticle, exampleSource } from '../fixtures/exampleRecords'
import type { Archive } from '../types'

/** Enough that pages lie inside runs of equal titles and dates; how quick 100,000 are is not a test's to say. */
const count = 2400
const languages = ['en', 'de', 'ar', undefined]
const sources = ['Reuters', 'AFP', 'CNN'].map((name) => exampleSource(clock, name))

/** Titles and dates repeat and come in no order, so that ties and unknown dates are met. */
const generate = (): ArticleRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const scattered = (index * 7919) % count
    const source = sources[index % 3] ?? exampleSource(clock, 'none')
    const language = languages[index % 4]
    return exampleArticle(clock, source, {
      headline: `${scattered % 2 ? 'Über' : 'about'} ${scattered % 600}`,
      ...(language === undefined ? {} : { language }),
      ...(scattered % 10 === 0
        ? {}
        : { published: `20${String(scattered % 25).padStart(2, '0')}-0${1 + (scattered % 9)}` }),
    })
  })

interface Held {
  readonly folder: string
  readonly archive: Archive
  readonly articles: readonly ArticleRecord[]
}

let held: Held

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-test-'))
  const archive = await createArchive(join(folder, 'A'), { clock })
  const articles = generate()
  for (let from = 0; from < count; from += 1000)
    archive.catalogue.commit({
      records: { ...emptyRecordSet, sources, articles: articles.slice(from, from + 1000) },
      action: 'import',
      actor: 'tester',
    })
  held = { folder, archive, articles }
}, 120_000)

afterAll(async () => {
  await held.archive.close()
  await rm(held.folder, { recursive: true })
})

const keyOf = (title: string): string => title.toLowerCase().replace('ü', 'u')

/** What a list must be, by plain sorting. */
const expected = (filter: ListFilter, sort: ListSort): string[] => {
  const sign = sort.direction === 'ascending' ? 1 : -1
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
  return held.articles
    .map((article, index) => ({ article, index }))
    .filter(({ article }) => !filter.languages || filter.languages.includes(article.language ?? ''))
    .filter(
      ({ article }) => !filter.sourceId || article.citations.some((one) => one.sourceId === filter.sourceId),
    )
    .sort((a, b) => {
      const [first, second] = [a.article.published?.edtf, b.article.published?.edtf]
      if (sort.by === 'published' && (first === undefined || second === undefined) && first !== second)
        return first === undefined ? 1 : -1
      const by =
        sort.by === 'title'
          ? compare(keyOf(a.article.headline), keyOf(b.article.headline))
          : sort.by === 'published'
            ? compare(first ?? '', second ?? '')
            : 0
      return sign * (by || compare(a.index, b.index))
    })
    .map(({ article }) => article.id)
}

const sorts: readonly ListSort[] = (['added', 'published', 'title'] as const).flatMap((by) =>
  (['ascending', 'descending'] as const).map((direction) => ({ by, direction })),
)

const filters: readonly (readonly [string, ListFilter])[] = [
  ['no filter', {}],
  ['one kind', { kind: 'article' }],
  ['languages', { languages: ['de', 'ar'] }],
  ['a source', { sourceId: sources[1]?.id ?? '' }],
  ['a source and a language', { kind: 'article', sourceId: sources[2]?.id ?? '', languages: ['en'] }],
]

test.each(filters)('pages are right in every order: %s', (_name, filter) => {
  for (const sort of sorts) {
    const all = expected(filter, sort)
    expect(held.archive.catalogue.ids(filter, sort)).toEqual(all)
    for (const offset of [0, 100, Math.floor(all.length / 2), all.length - 50, all.length]) {
      const { total, rows } = held.archive.catalogue.list(filter, sort, offset, 100)
      expect(total).toBe(all.length)
      expect(rows.map((row) => row.id)).toEqual(all.slice(offset, offset + 100))
    }
  }
})

test('rows say what their articles say', () => {
  const { rows } = held.archive.catalogue.list({}, { by: 'added', direction: 'ascending' }, 1234, 1)
  const article = held.articles[1234]
  expect(rows).toEqual([
    {
      id: article?.id,
      kind: 'article',
      title: article?.headline,
      subtitle: 'The Example',
      ...(article?.published ? { published: article.published.edtf } : {}),
      addedAt: held.archive.catalogue.addedAt(article?.id ?? ''),
      ...(article?.language === undefined ? {} : { language: article.language }),
      support: 'npip',
      slots: { total: 1, held: 0 },
    },
  ])
})

test('lists by what paragraphs rest on, and sources by how often they are cited', () => {
  const { catalogue } = held.archive
  const sort: ListSort = { by: 'title', direction: 'ascending' }
  expect(catalogue.list({ is: 'unsourced' }, sort, 0, 1).total).toBe(count)
  expect(catalogue.list({ is: 'inferred', languages: ['de'] }, sort, 0, 1).total).toBe(count / 4)
  const rows = catalogue.list({ kind: 'source' }, sort, 0, 10).rows
  expect(rows.map((row) => [row.title, row.subtitle, row.cited])).toEqual([
    ['AFP', 'agency', (2 * count) / 3],
    ['CNN', 'agency', (2 * count) / 3],
    ['Reuters', 'agency', (2 * count) / 3],
  ])
  expect(catalogue.describe()).toMatchObject({
    counts: { article: count, citation: 2 * count, slot: count, unsourced: count, source: 3 },
    languages: [
      { language: 'ar', count: count / 4 },
      { language: 'de', count: count / 4 },
      { language: 'en', count: count / 4 },
    ],
  })
})

test('counts and pages follow each change', () => {
  const { catalogue } = held.archive
  const sourceId = sources[0]?.id ?? ''
  const sort: ListSort = { by: 'title', direction: 'ascending' }
  const before = catalogue.list({ sourceId }, sort, 0, 1)
  const items = catalogue.list({}, sort, 0, 1).total
  const added = exampleArticle(clock, exampleSource(clock, 'none'), { headline: 'A' })
  const citations = added.citations.map((citation) => ({ ...citation, sourceId }))
  catalogue.commit({
    records: { ...emptyRecordSet, articles: [{ ...added, citations }] },
    action: 'import',
    actor: 'tester',
  })
  const after = catalogue.list({ sourceId }, sort, 0, 1)
  expect(after.total).toBe(before.total + 1)
  expect(after.rows.map((row) => row.id)).toEqual([added.id])
  expect(catalogue.list({}, sort, 0, 1).total).toBe(items + 1)
  expect(catalogue.describe().counts.article).toBe(count + 1)
})
