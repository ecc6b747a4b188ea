import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { emptyRecordSet } from '../records/recordSets'
import { systemClock as clock } from '../records/clock'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import { exampleArticle, exampleSource } from '../store/fixtures/exampleRecords'
import { coveredArticle, namedSource, type CoveredOptions } from './fixtures/coveredArticles'

let world: TestApp
beforeEach(async () => {
  world = await openTestApp()
})
afterEach(() => world.close())

const commit = (records: Partial<RecordSet>): void =>
  void world.app.archive.catalogue.commit({
    records: { ...emptyRecordSet, ...records },
    action: 'import',
    actor: 'tester',
  })

const [press, courier, office] = [namedSource('Press'), namedSource('Courier'), namedSource('Office')]

const put = (...options: readonly CoveredOptions[]): readonly ArticleRecord[] => {
  const articles = options.map(coveredArticle)
  commit({ articles, sources: [press, courier, office] })
  return articles
}

const none = { articles: 0, sources: 0, passages: 0, citations: 0 }

describe('the timeline', () => {
  it('counts what was published and cited by day, month and year, each no finer than it is known', async () => {
    put(
      { published: '2019-03-23', lines: [[press, courier]] },
      { published: '2019-03-23T22:00:00.000Z', lines: [[press], [press]] },
      { published: '2019-03', lines: [[office, office]] },
      { published: '2020' },
      { lines: [[office]] },
    )
    const days = await world.client.overviews.timeline({ by: 'day' })
    expect(days.periods).toEqual([
      { period: '2019-03', articles: 1, sources: 1, passages: 1, citations: 2 },
      { period: '2019-03-23', articles: 2, sources: 2, passages: 3, citations: 4 },
      { period: '2020', ...none, articles: 1 },
    ])
    expect(days.undated).toEqual({ articles: 1, sources: 1, passages: 1, citations: 1 })
    expect(days.totals).toEqual({
      articles: 5,
      sources: 3,
      passages: 5,
      citations: 7,
      uncited: 1,
      others: 0,
    })
    const years = await world.client.overviews.timeline({ by: 'year' })
    expect(years.periods.map(({ period, articles }) => [period, articles])).toEqual([
      ['2019', 3],
      ['2020', 1],
    ])
  })

  it('pages the articles behind a bar, and those without a date', async () => {
    put(
      { headline: 'A', published: '2019-03-24' },
      { headline: 'B', published: '2019-03-02', publisher: 'The Example', lines: [[press]] },
      { headline: 'C', published: '2019' },
      { headline: 'D' },
    )
    const page = { by: 'month' as const, period: '2019-03' }
    expect(await world.client.overviews.articles({ ...page, limit: 1 })).toMatchObject({
      total: 2,
      rows: [{ headline: 'B', publisher: 'The Example', sources: 1, citations: 1 }],
    })
    expect(await world.client.overviews.articles({ ...page, offset: 1 })).toMatchObject({
      rows: [{ headline: 'A', sources: 0 }],
    })
    expect((await world.client.overviews.articles({ by: 'month' })).rows.map((row) => row.headline)).toEqual([
      'D',
    ])
  })

  it('is of nothing in an empty archive', async () => {
    expect(await world.client.overviews.timeline({})).toEqual({
      by: 'year',
      totals: { ...none, uncited: 0, others: 0 },
      periods: [],
      undated: none,
    })
    expect(await world.client.overviews.network({})).toMatchObject({ sources: [], ends: [], links: [] })
  })

  it('is read again once the archive changed', async () => {
    put({ published: '2019' })
    expect((await world.client.overviews.timeline({})).totals.articles).toBe(1)
    put({ published: '2019' })
    expect((await world.client.overviews.timeline({})).totals.articles).toBe(2)
  })
})

describe('a scope', () => {
  const articlesOf = async (scope: Parameters<typeof world.client.overviews.timeline>[0]['scope']) => {
    const { totals } = await world.client.overviews.timeline({ scope })
    return [totals.articles, totals.others]
  }

  it('is items, a search, a source, a collection or a tag', async () => {
    const [first, second] = put(
      { headline: 'Harbour opened', collections: ['Harbour'], lines: [[press]] },
      { headline: 'Harbour closed', collections: ['Harbour', 'Quay'], tags: ['Harbour'], lines: [[courier]] },
      { headline: 'Bread' },
    )
    expect(await articlesOf({ of: 'items', ids: [first?.id ?? '', first?.id ?? ''] })).toEqual([1, 0])
    expect(await articlesOf({ of: 'items', ids: [second?.citations[0]?.id ?? ''] })).toEqual([1, 0])
    expect(await articlesOf({ of: 'items', ids: [first?.id ?? '', press.id] })).toEqual([1, 1])
    expect(await articlesOf({ of: 'search', text: 'harbour' })).toEqual([2, 0])
    expect(await articlesOf({ of: 'source', id: courier.id })).toEqual([1, 0])
    expect(await articlesOf({ of: 'collection', name: 'Harbour' })).toEqual([2, 0])
    expect(await articlesOf({ of: 'tag', name: 'Harbour' })).toEqual([1, 0])
    expect(await articlesOf({ of: 'tag', name: 'Quay' })).toEqual([0, 0])
    expect(await world.client.overviews.groups({})).toEqual({
      collections: [
        { name: 'Harbour', articles: 2 },
        { name: 'Quay', articles: 1 },
      ],
      tags: [{ name: 'Harbour', articles: 1 }],
    })
  })

  it('of what is not there is refused', async () => {
    const [article] = put({})
    await expect(articlesOf({ of: 'items', ids: [clock.createId()] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(articlesOf({ of: 'source', id: article?.id ?? '' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('of a merged article is of what it was merged into', async () => {
    const [kept, merged] = put({ lines: [[press]] }, {})
    world.app.archive.catalogue.merge({
      id: clock.createId(),
      stepId: clock.createId(),
      keptId: kept?.id ?? '',
      removedIds: [merged?.id ?? ''],
      actor: 'tester',
    })
    const { totals } = await world.client.overviews.timeline({
      scope: { of: 'items', ids: [merged?.id ?? ''] },
    })
    expect(totals).toMatchObject({ articles: 1, citations: 1 })
  })
})

describe('the network', () => {
  it('links publishers with sources, also where no publisher is stated', async () => {
    put(
      { publisher: 'The Example', lines: [[press], [press, courier]] },
      { publisher: 'The Example', lines: [[press]] },
      { lines: [[office]] },
      { publisher: 'Silent' },
    )
    const { ends, sources, links, totals } = await world.client.overviews.network({ view: 'publishers' })
    expect(ends).toEqual([
      { name: 'The Example', articles: 2, passages: 3, citations: 4 },
      { articles: 1, passages: 1, citations: 1 },
    ])
    expect(links.map(({ from, to, ...link }) => [ends[from]?.name, sources[to]?.name, link])).toEqual([
      ['The Example', 'Press', { articles: 2, passages: 3, citations: 3 }],
      ['The Example', 'Courier', { articles: 1, passages: 1, citations: 1 }],
      [undefined, 'Office', { articles: 1, passages: 1, citations: 1 }],
    ])
    expect(totals.uncited).toBe(1)
  })

  it('links sources that articles cite together, by the number of these articles', async () => {
    put({ lines: [[press], [courier]] }, { lines: [[courier, press]] }, { lines: [[office, press]] })
    const { sources, links } = await world.client.overviews.network({ view: 'together' })
    expect(links.map(({ from, to, articles }) => [sources[from]?.name, sources[to]?.name, articles])).toEqual(
      [
        ['Press', 'Courier', 2],
        ['Press', 'Office', 1],
      ],
    )
  })

  it('says how much is left out', async () => {
    put({ lines: [[press], [press], [courier, office]] }, { lines: [[press]] })
    const { sources, ends, links, rest } = await world.client.overviews.network({ view: 'articles', most: 1 })
    expect([sources.length, ends.length, links.length]).toEqual([1, 1, 1])
    expect(rest).toEqual({ sources: 2, ends: 1, links: 0 })
  })

  it('shows passages of one article only, and draws large archives by what is cited together', async () => {
    put(...Array.from({ length: 26 }, () => ({ lines: [[press, courier]] })))
    expect((await world.client.overviews.network({})).view).toBe('together')
    expect((await world.client.overviews.network({ view: 'passages' })).view).toBe('together')
  })

  it('leaves inferred support out', async () => {
    const source = exampleSource(clock, 'Reuters')
    const article = exampleArticle(clock, source)
    commit({ articles: [article], sources: [source] })
    expect((await world.client.sources.passages({ id: source.id })).total).toBe(3)
    expect((await world.client.overviews.network({})).totals).toMatchObject({ citations: 2, passages: 2 })
  })

  it('leaves earlier versions out', async () => {
    const [article] = put({ lines: [[press]] })
    const version = article?.versions[0]
    if (!article || !version) throw new Error('there is no article')
    const next = { ...version, id: clock.createId(), number: 2, sourceLines: [] }
    commit({ articles: [{ ...article, versions: [version, next] }] })
    expect((await world.client.overviews.network({})).totals).toMatchObject({ citations: 0, uncited: 1 })
  })
})
