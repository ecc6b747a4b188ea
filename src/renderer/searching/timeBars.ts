/** A stretch of time in the histogram: its first and last month or year, as a filter names them. */
export interface TimeBar {
  readonly first: string
  readonly last: string
  readonly count: number
}

export interface TimeBars {
  readonly unit: 'month' | 'year' | 'years'
  /** Without gaps, in order. */
  readonly bars: readonly TimeBar[]
  /** Results of which only the year is known, where bars are months. */
  readonly byYearOnly: number
}

const mostBars = 72
/** Lengths of a bar in months. */
const lengths = [1, 12, 120, 1200] as const

const dated = /^(-?\d{4})(?:-(0[1-9]|1[0-2]))?$/

/** Months since the year 0 of the beginning or the end of `2019` or `2019-03`; undefined for what is neither. */
const monthNumber = (value: string, end: 'first' | 'last'): number | undefined => {
  const parts = dated.exec(value)
  if (!parts) return undefined
  const within = parts[2] === undefined ? (end === 'first' ? 0 : 11) : Number(parts[2]) - 1
  return Number(parts[1]) * 12 + within
}

const yearText = (year: number): string =>
  year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')
const monthText = (month: number): string =>
  `${yearText(Math.floor(month / 12))}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`

const toBar = (start: number, length: number, count: number): TimeBar => {
  if (length === 1) return { first: monthText(start), last: monthText(start), count }
  const year = start / 12
  return { first: yearText(year), last: yearText(year + length / 12 - 1), count }
}

/** Counts by month (`2019-03`, or `2019` where no more is known) as bars: months, or years where there would be too many. */
export const toTimeBars = (
  counts: readonly { readonly value: string; readonly count: number }[],
): TimeBars => {
  const held = counts.flatMap(({ value, count }) => {
    const month = monthNumber(value, 'first')
    return month === undefined ? [] : [{ month, count, isYear: !/\d-\d/.test(value) }]
  })
  const months = held.map(({ month }) => month)
  const [low, high] = months.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [
    Infinity,
    -Infinity,
  ] as [number, number])
  if (held.length === 0) return { unit: 'month', bars: [], byYearOnly: 0 }
  const finest = held.every(({ isYear }) => isYear) ? 12 : 1
  const length =
    lengths.find((one) => one >= finest && (high - low) / one < mostBars) ?? lengths[lengths.length - 1]!
  const shown = length === 1 ? held.filter(({ isYear }) => !isYear) : held
  const start = Math.floor(Math.min(...shown.map(({ month }) => month)) / length)
  const end = Math.floor(Math.max(...shown.map(({ month }) => month)) / length)
  const sums = new Array<number>(end - start + 1).fill(0)
  for (const { month, count } of shown) sums[Math.floor(month / length) - start]! += count
  const all = held.reduce((sum, { count }) => sum + count, 0)
  return {
    unit: length === 1 ? 'month' : length === 12 ? 'year' : 'years',
    bars: sums.map((count, at) => toBar((start + at) * length, length, count)),
    byYearOnly: all - sums.reduce((sum, count) => sum + count, 0),
  }
}

/** The filter that takes in the bars from one to another; undefined where that is all of them. */
export const barsToMonths = (bars: readonly TimeBar[], from: number, to: number): string | undefined => {
  const [first, last] = [bars[from]?.first, bars[to]?.last]
  if (first === undefined || last === undefined || (from === 0 && to === bars.length - 1)) return undefined
  return first === last ? first : `${first}/${last}`
}

/** Which bars a filter takes in, the ends that lie outside cut off; undefined where it takes in none. */
export const monthsToBars = (
  bars: readonly TimeBar[],
  months: string | undefined,
): readonly [from: number, to: number] | undefined => {
  if (months === undefined) return undefined
  const [first = '', last = first] = months.split('/')
  const [low, high] = [monthNumber(first, 'first'), monthNumber(last, 'last')]
  if (low === undefined || high === undefined) return undefined
  const isIn = (bar: TimeBar): boolean =>
    (monthNumber(bar.last, 'last') ?? 0) >= low && (monthNumber(bar.first, 'first') ?? 0) <= high
  const from = bars.findIndex(isIn)
  return from < 0 ? undefined : [from, bars.findLastIndex(isIn)]
}
