import type { Timeline } from '#shared/contract/overviews'
import { ticksOf, unitsOf, type Tick } from './unitsOf'

export type Period = Timeline['periods'][number]

export interface TimelineBar {
  readonly period: Period
  /** From where the line of time begins, in pixels. */
  readonly from: number
  readonly width: number
  /** `exact` stands on the axis; of the others only this much is known, and they lie below it. */
  readonly lane: 'exact' | 'month' | 'year'
}

export interface TimelineLayout {
  readonly width: number
  /** How far the line of time goes: what is drawn may be narrower than its room. */
  readonly reach: number
  /** In the order of time. */
  readonly bars: readonly TimelineBar[]
  readonly ticks: readonly (Tick & { readonly from: number })[]
  /** Lanes below the axis that have something in them. */
  readonly lanes: readonly ('month' | 'year')[]
  readonly most: { readonly articles: number; readonly citations: number }
}

const leastUnit = { day: 5, month: 8, year: 16 } as const
const mostUnit = 88
/** A bar of its own stays to be seen, however long the line of time is. */
const leastBar = 3
/** Browsers draw no picture that is much wider. */
const widest = 200_000
const tickDistance = 64

const partsOf = { day: 3, month: 2, year: 1 } as const

const laneOf = (period: string, by: Timeline['by']): TimelineBar['lane'] => {
  const known = period.replace(/^-/, '').split('-').length
  if (known === partsOf[by]) return 'exact'
  return known === 2 ? 'month' : 'year'
}

interface Line {
  readonly first: number
  readonly end: number
  readonly by: Timeline['by']
  readonly unit: number
}

/** The beginning is named too, where no mark stands near it. */
const marks = ([start]: readonly Period[], { first, end, by, unit }: Line): TimelineLayout['ticks'] => {
  if (!start) return []
  const ticks = ticksOf(first, end, by, unit, tickDistance)
  const isNear = ((ticks[0]?.unit ?? Infinity) - first) * unit < 1.5 * tickDistance
  const named = isNear ? ticks : [{ period: start.period, unit: first }, ...ticks]
  return named.map((tick) => ({ ...tick, from: (tick.unit - first) * unit }))
}

/** Where each bar of a timeline stands in a room of some width: one unit of time is as wide as another. */
export const timelineLayout = (
  { by, periods }: Pick<Timeline, 'by' | 'periods'>,
  room: number,
): TimelineLayout => {
  const spans = periods.map(({ period }) => unitsOf(period, by))
  const first = Math.min(...spans.map(([from]) => from))
  const end = Math.max(...spans.map(([, to]) => to))
  const units = periods.length === 0 ? 1 : end - first
  const fitting = Math.min(mostUnit, room / units)
  const unit = Math.min(Math.max(leastUnit[by], fitting), Math.max(fitting, widest / units))
  const bars = periods.map((period, at): TimelineBar => {
    const [from, to] = spans[at] ?? [first, first + 1]
    const width = Math.max(leastBar, (to - from) * unit - (unit > 6 ? 2 : 1))
    return { period, from: (from - first) * unit, width, lane: laneOf(period.period, by) }
  })
  const exact = bars.filter(({ lane }) => lane === 'exact')
  return {
    width: Math.max(room, units * unit),
    reach: units * unit,
    bars,
    ticks: marks(periods, { first, end, by, unit }),
    lanes: (['month', 'year'] as const).filter((lane) => bars.some((bar) => bar.lane === lane)),
    most: {
      articles: Math.max(1, ...exact.map(({ period }) => period.articles)),
      citations: Math.max(1, ...exact.map(({ period }) => period.citations)),
    },
  }
}
