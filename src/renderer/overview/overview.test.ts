import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Network, Timeline } from '#shared/contract/overviews'
import { addressToOverview, overviewToAddress, type OverviewAsked } from './overviewAddress'
import { barsWithin } from './barsWithin'
import { acrossPath, bowPath } from './linkPath'
import { networkLayout } from './networkLayout'
import { timelineLayout } from './timelineLayout'
import { ticksOf, unitsOf } from './unitsOf'

const counts = { articles: 1, sources: 1, passages: 1, citations: 2 }
const timeline = (by: Timeline['by'], ...periods: readonly string[]) => ({
  by,
  periods: periods.map((period) => ({ period, ...counts })),
})

describe('overviewAddress', () => {
  const id = '0193a000-0000-7000-8000-000000000001'
  const scopes: readonly OverviewAsked['scope'][] = [
    { of: 'archive' },
    { of: 'items', ids: [id] },
    { of: 'source', id },
    { of: 'search', text: 'a "b"' },
    { of: 'collection', name: 'Quay & more' },
    { of: 'tag', name: 'x' },
  ]

  it('comes back from an address as it went in', () => {
    for (const scope of scopes) {
      const asked: OverviewAsked = {
        scope,
        show: 'network',
        as: 'table',
        by: 'year',
        view: 'together',
        most: 50,
        period: '2019-03',
      }
      expect(addressToOverview(overviewToAddress(asked).query)).toEqual(asked)
      expect(addressToOverview(overviewToAddress({ scope }).query)).toEqual({
        scope,
        show: 'timeline',
        as: 'picture',
        most: 25,
      })
    }
  })

  it('leaves out what cannot be read', () => {
    expect(
      addressToOverview({ id: 'x', by: 'week', view: 'all', most: '9999', period: 'soon', q: '' }),
    ).toEqual({ scope: { of: 'archive' }, show: 'timeline', as: 'picture', most: 200 })
  })
})

describe('unitsOf', () => {
  it('is as long as a time is not known better', () => {
    expect(unitsOf('2019-03', 'month')).toEqual([24230, 24231])
    expect(unitsOf('2019', 'month')).toEqual([24228, 24240])
    const [first, end] = unitsOf('2019-02', 'day')
    expect(end - first).toBe(28)
    expect(unitsOf('2019-02-28', 'day')).toEqual([end - 1, end])
    expect(unitsOf('-0044', 'year')).toEqual([-44, -43])
    expect(unitsOf('0050-01-01', 'day')[0]).toBeLessThan(unitsOf('1950-01-01', 'day')[0])
  })

  it('has marks that stand far enough apart', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('day' as const, 'month' as const, 'year' as const),
        fc.integer({ min: -9000, max: 9000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 40 }),
        (by, first, length, width) => {
          const units = ticksOf(first, first + length, by, width, 60).map(({ unit }) => unit)
          for (const [at, unit] of units.entries()) {
            expect(unit).toBeGreaterThanOrEqual(first)
            if (at > 0) expect((unit - (units[at - 1] ?? 0)) * width).toBeGreaterThanOrEqual(60)
          }
        },
      ),
    )
  })
})

describe('timelineLayout', () => {
  it('lays what is known by its month alone below the days, as long as the month', () => {
    const { bars, lanes } = timelineLayout(timeline('day', '2019-03', '2019-03-02', '2019-03-31'), 640)
    expect(lanes).toEqual(['month'])
    expect(bars.map(({ lane }) => lane)).toEqual(['month', 'exact', 'exact'])
    const [month, second, last] = bars
    expect(month?.from).toBe(0)
    expect(second?.from).toBeGreaterThan(0)
    expect((month?.from ?? 0) + (month?.width ?? 0)).toBeCloseTo((last?.from ?? 0) + (last?.width ?? 0))
  })

  it('keeps every bar to be seen, and fills the room or scrolls', () => {
    const short = timelineLayout(timeline('month', '2019-03'), 640)
    expect(short.width).toBe(640)
    expect(short.ticks).toEqual([{ period: '2019-03', unit: 24230, from: 0 }])
    const long = timelineLayout(timeline('day', '1990-01-01', '2019-03-02'), 640)
    expect(long.width).toBeGreaterThan(640)
    expect(long.bars.every(({ width }) => width >= 3)).toBe(true)
    expect(timelineLayout(timeline('day', '-0044-03-15', '2019-03-02'), 640).width).toBeLessThan(400_000)
    expect(timelineLayout(timeline('year'), 640)).toMatchObject({ width: 640, bars: [], ticks: [] })
  })
})

describe('barsWithin', () => {
  const days = Array.from({ length: 300 }, (_, at) => `${1700 + at}-01-01`)
  const { bars } = timelineLayout(timeline('day', '1700', ...days), 640)

  it('leaves out what is not looked at, but for the one that holds the focus', () => {
    const [from, to] = [bars[200]?.from ?? 0, bars[210]?.from ?? 0]
    expect(barsWithin(bars, from, to, 5).map(({ at }) => at)).toEqual([
      5,
      ...Array.from({ length: 10 }, (_, at) => 200 + at),
    ])
  })

  it('keeps what reaches into it from before', () => {
    expect(barsWithin(bars, 100, 110, 5).map(({ at }) => at)).toEqual([0, 5])
  })
})

const node = (name: string) => ({ name, articles: 1, passages: 1, citations: 1 })
const network = (part: Partial<Network>): Network => ({
  view: 'articles',
  totals: { ...counts, uncited: 0, others: 0 },
  sources: ['A', 'B', 'C'].map((name) => ({ id: name, ...node(name) })),
  ends: ['x', 'y'].map(node),
  links: [],
  rest: { sources: 0, ends: 0, links: 0 },
  ...part,
})

describe('networkLayout', () => {
  it('puts each beside what it is linked with, and always the same way', () => {
    const given = network({
      links: [
        { from: 0, to: 2, articles: 1, passages: 4 },
        { from: 1, to: 0, articles: 1, passages: 1 },
      ],
    })
    const layout = networkLayout(given)
    expect(layout.ends.map(({ node: { name } }) => name)).toEqual(['y', 'x'])
    expect(layout.links.map(({ from, to, strength }) => [from, to, strength])).toEqual([
      [1, 2, 1],
      [0, 0, 0.25],
    ])
    expect(layout.sources.map(({ linked }) => linked)).toEqual([[0], [], [1]])
    expect(networkLayout(given)).toEqual(layout)
  })

  it('keeps the order of the text for passages', () => {
    const links = [
      { from: 0, to: 2, articles: 1, passages: 1 },
      { from: 1, to: 0, articles: 1, passages: 1 },
    ]
    const layout = networkLayout(network({ view: 'passages', links }))
    expect(layout.ends.map(({ at }) => at)).toEqual([0, 1])
    expect(layout.sources.map(({ node: { name } }) => name)).toEqual(['C', 'A', 'B'])
  })

  it('links sources with each other both ways', () => {
    const links = [{ from: 0, to: 2, articles: 3 }]
    const layout = networkLayout(network({ view: 'together', ends: [], links }))
    expect(layout.sources.map(({ linked }) => linked)).toEqual([[2], [], [0]])
  })
})

it('draws lines from the middle of one row to that of another', () => {
  expect(acrossPath(0, 1)).toBe('M0 10C50 10 50 30 100 30')
  expect(bowPath(0, 1, 2)).toBe('M0 10C130.0 10 130.0 30 0 30')
})
