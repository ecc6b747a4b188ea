import { describe, expect, it } from 'vitest'
import { ask, engineOf } from '../fixtures/engine'
import { articleOf, idOf } from '../fixtures/memorySource'
import type { FacetFilter, SearchQuery } from '../types'

const documents = [
  articleOf(1, 'One', ['snow'], {
    language: 'en',
    published: '2019-03-04',
    facets: { place: ['Łódź', 'Paris'] },
  }),
  articleOf(2, 'Two', ['snow'], { language: 'de-AT', published: '2019', facets: { place: ['Paris'] } }),
  articleOf(3, 'Three', ['snow'], {
    kind: 'photo',
    language: 'en',
    published: '2020-01',
    facets: { has: ['photo'] },
  }),
  articleOf(4, 'Four', ['snow'], { kind: 'photo', facets: { is: ['unsourced'] } }),
  articleOf(5, 'Five', ['rain'], { language: 'fr', published: '2018-12-31' }),
]

const answer = async (filters: readonly FacetFilter[], more: Partial<SearchQuery> = {}) => {
  const { hits, facets, total } = await ask(await engineOf(...documents), 'snow ', { filters, ...more })
  const counts = Object.fromEntries(
    facets.map(({ facet, values }) => [facet, values.map(({ value, count }) => `${value} ${count}`)]),
  )
  return {
    shown: hits.map(({ id }) => documents.findIndex((document) => document.id === id) + 1),
    counts,
    total,
  }
}

describe('facets', () => {
  it('count what matches, the commonest first, months in their order', async () => {
    const { shown, counts } = await answer([])
    expect(shown).toEqual([1, 2, 3, 4])
    expect(counts).toEqual({
      kind: ['article 2', 'photo 2'],
      language: ['en 2', 'de-AT 1'],
      place: ['Paris 2', 'Łódź 1'],
      month: ['2019 1', '2019-03 1', '2020-01 1'],
      has: ['photo 1'],
      is: ['unsourced 1'],
    })
  })

  it('count each facet without its own included values, and all within the others', async () => {
    const { shown, counts, total } = await answer([
      { facet: 'kind', value: 'article' },
      { facet: 'language', value: 'de' },
    ])
    expect([shown, total]).toEqual([[2], 1])
    expect(counts).toEqual({
      kind: ['article 1'],
      language: ['de-AT 1', 'en 1'],
      place: ['Paris 1'],
      month: ['2019 1'],
    })
  })

  it.each<readonly [string, readonly FacetFilter[], readonly number[]]>([
    [
      'either of two values',
      [
        { facet: 'kind', value: 'article' },
        { facet: 'kind', value: 'photo' },
      ],
      [1, 2, 3, 4],
    ],
    ['an excluded value', [{ facet: 'language', value: 'en', excluded: true }], [2, 4]],
    [
      'included and excluded',
      [
        { facet: 'place', value: 'Paris' },
        { facet: 'place', value: 'Łódź', excluded: true },
      ],
      [2],
    ],
    ['a year', [{ facet: 'month', value: '2019' }], [1, 2]],
    ['a month', [{ facet: 'month', value: '2019-03' }], [1]],
    ['an interval', [{ facet: 'month', value: '2019-03/2020-01' }], [1, 3]],
    ['an interval of years', [{ facet: 'month', value: '2019/2020' }], [1, 2, 3]],
    ['an open interval', [{ facet: 'month', value: '2019-04/..' }], [3]],
    ['an interval open at its beginning', [{ facet: 'month', value: '/2019-12' }], [1, 2]],
    ['a value that nothing has', [{ facet: 'keyword', value: 'none' }], []],
  ])('narrow to %s', async (_, filters, numbers) => {
    expect((await answer(filters)).shown).toEqual(numbers)
  })

  it('are not counted where nobody asks', async () => {
    expect((await answer([], { facets: false })).counts).toEqual({})
  })

  it('list thirty values and say how many more there are', async () => {
    const engine = await engineOf(
      ...Array.from({ length: 40 }, (_, at) =>
        articleOf(at, 'Same', [], { facets: { keyword: ['common', `rare ${at + 10}`] } }),
      ),
    )
    const { facets } = await ask(engine, 'same ')
    const keywords = facets.find(({ facet }) => facet === 'keyword')
    expect(keywords?.values.slice(0, 2)).toEqual([
      { value: 'common', count: 40 },
      { value: 'rare 10', count: 1 },
    ])
    expect([keywords?.values.length, keywords?.more]).toEqual([30, 11])
  })

  it('narrow the whole archive where there is no text', async () => {
    const engine = await engineOf(...documents)
    const { hits } = await ask(engine, '', { filters: [{ facet: 'language', value: 'fr' }] })
    expect(hits.map(({ id }) => id)).toEqual([idOf(5)])
  })
})

describe('order', () => {
  it.each<readonly [SearchQuery['sort'], readonly number[]]>([
    ['newest', [3, 1, 2, 4]],
    ['oldest', [2, 1, 3, 4]],
    ['headline', [4, 1, 3, 2]],
    ['relevance', [1, 2, 3, 4]],
  ])('by %s', async (sort, numbers) => {
    expect((await answer([], { sort: sort ?? 'relevance' })).shown).toEqual(numbers)
    expect((await answer([], { sort: sort ?? 'relevance', offset: 2, limit: 1 })).shown).toEqual([numbers[2]])
  })

  it('is that of the whole hit list too', async () => {
    const engine = await engineOf(...documents)
    expect(
      await engine.select('snow ', { sort: 'newest', filters: [{ facet: 'kind', value: 'photo' }] }),
    ).toEqual([3, 4].map(idOf))
  })
})
