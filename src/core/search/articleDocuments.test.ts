import { expect, test } from 'vitest'
import { systemClock as clock } from '../records/clock'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'
import { recordToDocument } from './articleDocuments'

test('an article brings its passages, its sources by name and alias, and what it rests on', () => {
  const source = exampleSource(clock, 'Reuters', ['Reuters News'])
  const article = exampleArticle(clock, source, { language: 'en', published: '2019-03' })
  const document = recordToDocument(article, (id) => (id === source.id ? source : undefined))
  expect(document).toMatchObject({ id: article.id, kind: 'article', published: '2019-03', language: 'en' })
  expect(document?.texts).toEqual([
    { field: 'headline', text: 'Harbour bridge to close for repairs' },
    { field: 'publisher', text: 'The Example' },
    ...['1', '2', '3', '4'].map((passage) => ({
      field: 'text',
      passage,
      text: `Paragraph ${passage} of the example.`,
    })),
    { field: 'caption', text: 'The bridge at night.' },
    { field: 'source', text: 'Reuters' },
    { field: 'source', text: 'Reuters News' },
  ])
  expect(document?.facets).toEqual({
    kind: ['article'],
    language: ['en'],
    publisher: ['The Example'],
    source: ['Reuters'],
    month: ['2019-03'],
    has: ['slot', 'citation'],
    is: ['unsourced', 'inferred', 'single-source'],
  })
})

test('an article is narrowed to by its own tags and collections, and found by them and its keywords', () => {
  const article = {
    ...exampleArticle(clock, exampleSource(clock, 'AP'), {}),
    tags: ['to follow up'],
    collections: ['The harbour series'],
    keywords: ['shipping'],
  }
  const document = recordToDocument(article, () => undefined)
  expect(document?.facets).toMatchObject({
    tag: ['to follow up'],
    collection: ['The harbour series'],
    keyword: ['shipping'],
  })
  expect(document?.texts.slice(-3)).toEqual([
    { field: 'keyword', text: 'to follow up' },
    { field: 'keyword', text: 'shipping' },
    { field: 'collection', text: 'The harbour series' },
  ])
})

test('a photo is found by its caption, credit, place and people', () => {
  const document = recordToDocument(
    {
      id: clock.createId(),
      kind: 'photo',
      original: '0'.repeat(64),
      fields: { description: 'A bridge', creditLine: 'AP', city: 'Mosul', personInImage: 'A. Person' },
      origins: {},
      width: 1,
      height: 1,
      orientation: 1,
      capturedAt: '2017-07-10T10:00:00',
    },
    () => undefined,
  )
  expect(document).toMatchObject({
    title: 'A bridge',
    subtitle: 'AP',
    published: '2017-07-10',
    facets: {
      kind: ['photo'],
      source: ['AP'],
      place: ['Mosul'],
      person: ['A. Person'],
      month: ['2017-07'],
      has: ['original', 'photo', 'credit'],
    },
  })
  expect(document?.texts.map(({ field }) => field)).toEqual(['caption', 'source', 'place', 'person'])
})

test('a reference is found by its title, authors and outlet; a source only through its article', () => {
  const csl = {
    id: 'x',
    type: 'article-newspaper',
    title: 'On rivers',
    'container-title': 'The Paper',
    author: [{ given: 'Ann', family: 'Writer' }],
    issued: { 'date-parts': [[2019, 3]] },
  }
  const reference = { id: clock.createId(), kind: 'reference' as const, key: 'writer2019', csl }
  expect(recordToDocument(reference, () => undefined)).toMatchObject({
    title: 'On rivers',
    subtitle: 'The Paper',
    published: '2019-03',
    facets: { kind: ['reference'], publisher: ['The Paper'], month: ['2019-03'] },
  })
  expect(recordToDocument(exampleSource(clock, 'AP'), () => undefined)).toBeUndefined()
})

test('an item on which a note is made has one, beside what else it has', () => {
  const article = exampleArticle(clock, exampleSource(clock, 'AP'), {})
  const at = clock.now().toISOString()
  const note = {
    id: clock.createId(),
    kind: 'note' as const,
    target: { itemId: article.id },
    text: 'Ask again',
    open: true,
    createdAt: at,
    updatedAt: at,
  }
  const nothing = () => undefined
  const plain = recordToDocument(article, nothing)
  expect(plain?.facets.has ?? []).not.toContain('note')
  const has = [...(plain?.facets.has ?? []), 'note']
  expect(recordToDocument(article, nothing, [note])).toEqual({ ...plain, facets: { ...plain?.facets, has } })
  expect(recordToDocument(exampleSource(clock, 'AP'), nothing, [note])).toBeUndefined()
})
