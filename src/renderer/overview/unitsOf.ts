import type { TimeUnit } from '#shared/contract/overviews'

const dayLength = 86_400_000

/** Days since 1970; years below 100 are no two-digit years here. */
const dayNumber = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return Math.round(date.getTime() / dayLength)
}

/** Where a time stands on a line of days, months or years: `[first, end)`, as long as it is not known better. */
export const unitsOf = (period: string, by: TimeUnit): readonly [number, number] => {
  const [, year = 0, month, day] = (/^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(period) ?? []).map(Number)
  const isMonthKnown = Number.isFinite(month)
  const firstMonth = isMonthKnown ? (month ?? 1) - 1 : 0
  const endMonth = isMonthKnown ? firstMonth + 1 : 12
  if (by === 'year') return [year, year + 1]
  if (by === 'month') return [year * 12 + firstMonth, year * 12 + endMonth]
  if (day !== undefined && Number.isFinite(day)) {
    const at = dayNumber(year, firstMonth, day)
    return [at, at + 1]
  }
  return [dayNumber(year, firstMonth, 1), dayNumber(year, endMonth, 1)]
}

/** The year in which a unit lies, and whether it begins it. */
const yearAt = (unit: number, by: TimeUnit): number => {
  if (by === 'year') return unit
  return by === 'month' ? Math.floor(unit / 12) : new Date(unit * dayLength).getUTCFullYear()
}

const yearStart = (year: number, by: TimeUnit): number => {
  if (by === 'year') return year
  return by === 'month' ? year * 12 : dayNumber(year, 0, 1)
}

const four = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
const two = (value: number): string => String(value).padStart(2, '0')

export interface Tick {
  /** EDTF of what begins here. */
  readonly period: string
  readonly unit: number
}

const monthsBetween = (first: number, end: number): readonly Tick[] => {
  const start = new Date(first * dayLength)
  const ticks: Tick[] = []
  for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month += 1) {
    const [year, at] = [Math.floor(month / 12), ((month % 12) + 12) % 12]
    const unit = dayNumber(year, at, 1)
    if (unit >= end) return ticks
    if (unit >= first) ticks.push({ period: `${four(year)}-${two(at + 1)}`, unit })
  }
}

const yearsBetween = (first: number, end: number, by: TimeUnit, step: number): readonly Tick[] => {
  const ticks: Tick[] = []
  for (let year = Math.floor(yearAt(first, by) / step) * step; ; year += step) {
    const unit = yearStart(year, by)
    if (unit >= end) return ticks
    if (unit >= first) ticks.push({ period: four(year), unit })
  }
}

const yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

/** Marks on the axis that stand far enough apart to be read: months of a line of days, else years. */
export const ticksOf = (
  first: number,
  end: number,
  by: TimeUnit,
  unitWidth: number,
  leastDistance: number,
): readonly Tick[] => {
  if (by === 'day' && unitWidth * 28 >= leastDistance) return monthsBetween(first, end)
  const yearLength = unitWidth * { day: 365, month: 12, year: 1 }[by]
  const step = yearSteps.find((one) => one * yearLength >= leastDistance) ?? 10_000
  return yearsBetween(first, end, by, step)
}
