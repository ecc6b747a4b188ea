import { describe, expect, it } from 'vitest'
import { articleRecord, type ArticleRecord } from '#shared/model/records'
import { cslItem } from '#shared/model/reference'
import { articleToCsl } from './articleToCsl'
import { formatBibliography } from './formatBibliography'

const id = '01957b2c-0000-7000-8000-000000000001'

const article = (fields: Partial<ArticleRecord>): ArticleRecord =>
  articleRecord.parse({
    id,
    kind: 'article',
    headline: 'Road tunnel to close',
    articleType: 'news',
    versions: [
      {
        id: '01957b2c-0000-7000-8000-000000000002',
        articleId: id,
        number: 1,
        importedAt: '2026-11-22T10:00:00.000Z',
        passages: [],
        sourceLines: [],
        slots: [],
        furniture: [],
      },
    ],
    tags: [],
    collections: [],
    citations: [],
    ...fields,
  })

describe('articleToCsl', () => {
  it('cites a news article in its newspaper, as far as its date is known', () => {
    const item = articleToCsl(
      article({ byline: 'By Anna Sample', publisher: 'Example Gazette', published: { edtf: '2019-03' } }),
    )
    expect(item).toEqual({
      id,
      type: 'article-newspaper',
      title: 'Road tunnel to close',
      author: [{ literal: 'Anna Sample' }],
      'container-title': 'Example Gazette',
      issued: { 'date-parts': [[2019, 3]] },
    })
  })

  it.each([
    ['2019-21', { 'date-parts': [[2019]], season: 1 }],
    ['2019-03-23T10:00:00Z', { 'date-parts': [[2019, 3, 23]] }],
    ['2019-13', { literal: '2019-13' }],
  ])('says the date %s as references say it, and never another one', (edtf, issued) => {
    expect(articleToCsl(article({ published: { edtf } })).issued).toEqual(issued)
    expect(articleToCsl(article({ articleType: 'digest', published: { edtf } }))['original-date']).toEqual(
      issued,
    )
  })

  it('leaves out what the article does not state', () => {
    expect(Object.keys(articleToCsl(article({})))).toEqual(['id', 'type', 'title'])
  })

  it('cites a digest as a text of its own, never as published by the one that it follows', async () => {
    const item = articleToCsl(
      article({ articleType: 'digest', publisher: 'Example Gazette', published: { edtf: '2019-03' } }),
    )
    expect(item.issued).toBeUndefined()
    expect(item.publisher).toBeUndefined()
    expect(item['container-title']).toBeUndefined()
    for (const style of ['chicago-notes', 'apa', 'mla'] as const)
      expect((await formatBibliography({ style, items: [item] })).text).toMatch(/digest in own words/iu)
  })

  it('makes items that the model accepts, for each type of article', () => {
    for (const articleType of ['news', 'mail', 'page', 'document', 'digest'] as const)
      expect(
        cslItem.safeParse(articleToCsl(article({ articleType, publisher: 'Example Gazette' }))).success,
      ).toBe(true)
  })
})
