import { publishedDays } from '#core/search/index/publishedDays'
import type { DateRelation } from './syntax'

/** First and last day that a date known in part can mean, as days since 1970-01-01. */
export type DaySpan = readonly [earliest: number, latest: number]

const partialDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** `2019`, `2019-03` or `2019-03-23`. */
export const isPartialDate = (text: string): boolean => partialDate.test(text)

/** Days of a date or of an interval (`2018/2019-04`; `..` and an empty end are open) that is asked for. */
export const askedDays = (asked: string): DaySpan | undefined => {
  if (!asked.includes('/')) return publishedDays(asked)
  const [from = '', to = ''] = asked.split('/')
  const isOpen = (end: string): boolean => end === '' || end === '..'
  const earliest = isOpen(from) ? -Infinity : publishedDays(from)?.[0]
  const latest = isOpen(to) ? Infinity : publishedDays(to)?.[1]
  return earliest === undefined || latest === undefined ? undefined : [earliest, latest]
}

/** Whether a day known in part can lie before, after or on a date that may be known only in part as well. */
export const dateMatches = (known: DaySpan, relation: DateRelation, asked: DaySpan): boolean => {
  if (relation === 'before') return known[0] < asked[0]
  if (relation === 'after') return known[1] > asked[1]
  return known[0] <= asked[1] && known[1] >= asked[0]
}

/** `2019-03`, or `2019` where only the year is known. */
export const monthOf = (edtf: string): string | undefined =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?![^-]))?/.exec(edtf)?.[0]

/** Whether a month, or a year of which no month is known, lies wholly in `2019`, `2019-03` or `2019-03/2020-01`. */
export const isWithinMonths = (month: string, asked: string): boolean => {
  const [from = '', to = from] = asked.split('/')
  const first = (text: string): string => (text.length === 4 ? `${text}-01` : text)
  const last = (text: string): string => (text.length === 4 ? `${text}-12` : text)
  const isOpen = (text: string): boolean => text === '' || text === '..'
  const reachesBack = isOpen(from) ? asked.includes('/') : first(month) >= first(from)
  return reachesBack && (isOpen(to) ? asked.includes('/') : last(month) <= last(to))
}
