import type { CslDate } from '#shared/model/reference'
import { monthOf } from '../text/monthNames'

/** `[month]` or `[month, day]`. */
type MonthParts = readonly [number] | readonly [number, number]

const isMonth = (number: number): boolean => number >= 1 && number <= 12
const isDay = (number: number): boolean => number >= 1 && number <= 31

/** `mar`, `3`, `March`, `23~mar`, `mar 23`; undefined for what is no month. */
const readOne = (text: string): MonthParts | undefined => {
  const [, before, name = '', after] = /^(\d{1,2})?\.?\s*(\p{L}*)\.?\s*(\d{1,2})?$/u.exec(text) ?? []
  if (name === '') return after === undefined && isMonth(Number(before)) ? [Number(before)] : undefined
  const month = monthOf(name)
  if (month === undefined) return undefined
  const day = Number(before ?? after)
  return isDay(day) ? [month, day] : [month]
}

const dayOnly = (text: string): number | undefined => {
  const [, day] = /^(\d{1,2})\.?$/.exec(text) ?? []
  return day !== undefined && isDay(Number(day)) ? Number(day) : undefined
}

/** `mar/apr`, `March–April`, `5–7 July`, `July 5–7`; undefined where the end is not behind the beginning. */
const readRange = (text: string): readonly [MonthParts, MonthParts] | undefined => {
  const [one = '', other, ...more] = text.split(/\s*[/–—-]+\s*/)
  if (other === undefined || more.length > 0) return undefined
  const [first, last] = [readOne(one), readOne(other)]
  const [firstDay, lastDay] = [dayOnly(one), dayOnly(other)]
  const from: MonthParts | undefined =
    firstDay !== undefined && last?.[1] !== undefined ? [last[0], firstDay] : first
  const to: MonthParts | undefined =
    lastDay !== undefined && first?.[1] !== undefined ? [first[0], lastDay] : last
  if (from?.length !== to?.length || !from || !to) return undefined
  const isForward = from[0] < to[0] || (from[0] === to[0] && (from[1] ?? 0) < (to[1] ?? 0))
  return isForward ? [from, to] : undefined
}

/** Longer text is no month, and not worth the search for one. */
const longest = 60

const seasons: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 }

/**
 * The date that `month` makes of a year, with the `day` of a field of its own: a month, a day, a range of either within the
 * year, or a season. Undefined for what is none of these.
 */
export const readMonth = (year: number, text: string, day: string): CslDate | undefined => {
  if (text.length > longest) return undefined
  const season = seasons[text.toLowerCase()]
  if (season !== undefined) return { 'date-parts': [[year]], season }
  const one = readOne(text)
  if (one) {
    const stated = one[1] ?? dayOnly(day)
    return { 'date-parts': [stated === undefined ? [year, one[0]] : [year, one[0], stated]] }
  }
  const range = readRange(text)
  return range && { 'date-parts': range.map((parts) => [year, ...parts]) }
}
