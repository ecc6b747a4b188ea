import type { TimeUnit } from '#shared/contract/overviews'
import { partsOfDate } from './periodOf'
import type { CitingArticle } from './types'

/** Months of which days, and months, are still drawn as bars that can be told apart. */
const mostMonthsByDay = 2
const mostMonths = 120

/** Days for some weeks, months for ten years, else years; days only where a day is known at all. */
export const chooseUnit = (articles: readonly CitingArticle[]): TimeUnit => {
  let [first, last, isDayKnown, isMonthKnown] = [Infinity, -Infinity, false, false]
  for (const { published } of articles) {
    const [year, month, day] = published === undefined ? [] : partsOfDate(published)
    if (year === undefined) continue
    isDayKnown ||= day !== undefined
    isMonthKnown ||= month !== undefined
    const at = Number(year) * 12
    first = Math.min(first, at + (month === undefined ? 0 : Number(month) - 1))
    last = Math.max(last, at + (month === undefined ? 11 : Number(month) - 1))
  }
  const months = last - first + 1
  if (isDayKnown && months <= mostMonthsByDay) return 'day'
  return isMonthKnown && months <= mostMonths ? 'month' : 'year'
}
