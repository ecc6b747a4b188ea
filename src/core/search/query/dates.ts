import { publishedDays } from '#core/search/index/publishedDays'
import type { DateRelation } from './syntax'

const partialDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** `2019`, `2019-03` or `2019-03-23`. */
export const isPartialDate = (text: string): boolean => partialDate.test(text)

/** Whether a date (its earliest and latest day) can lie before, after or on another; both may be known only in part. */
export const dateMatches = (
  [earliest, latest]: readonly [earliest: number, latest: number],
  relation: DateRelation,
  asked: string,
): boolean => {
  const [first, last] = publishedDays(asked) ?? [Number.NaN, Number.NaN]
  if (relation === 'before') return earliest < first
  if (relation === 'after') return latest > last
  return earliest <= last && latest >= first
}
