import type { TimeUnit } from '#shared/contract/overviews'

/** How many parts of a date a unit takes: year, month, day. */
const partsOf: Readonly<Record<TimeUnit, number>> = { year: 1, month: 2, day: 3 }

const dateParts = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/

/** Year, month and day of an EDTF date as far as it is known, and of a time its day in UTC; none where it is no date. */
export const partsOfDate = (edtf: string): readonly string[] => {
  const [, ...parts] = dateParts.exec(edtf) ?? []
  return parts.filter((part) => part !== undefined)
}

/** The bar of a timeline in which a date stands: never finer than it is known. */
export const periodOf = (published: string | undefined, unit: TimeUnit): string | undefined => {
  const parts = published === undefined ? [] : partsOfDate(published)
  return parts.length === 0 ? undefined : parts.slice(0, partsOf[unit]).join('-')
}

/** By time, what is known less well before what it may hold; years before the year 0 count backwards. */
export const comparePeriods = (a: string, b: string): number => {
  const [first, second] = [partsOfDate(a), partsOfDate(b)]
  for (let at = 0; at < 3; at += 1) {
    const difference = Number(first[at] ?? 0) - Number(second[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
