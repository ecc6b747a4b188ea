import type { CslDate } from '#shared/model/reference'
import { cleanLine } from '../cslJson/cleanValue'
import { readCslDate } from '../cslJson/readCslDate'
import type { ReadCslDate } from '../cslJson/readCslDate'

const strokes = /^(\d{4})(?:\/(\d{0,2}))?(?:\/(\d{0,2}))?(?:\/(.*))?$/

const seasons: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 }

/**
 * `YYYY/MM/DD/other`, any part but the year empty; or a date as people write it. What stands in `other` is a season, or is
 * kept as it is.
 */
export const readRisDate = (raw: string): ReadCslDate | undefined => {
  const literal = cleanLine(raw)
  const match = literal === undefined ? undefined : strokes.exec(literal)
  if (!match || literal === undefined) return literal === undefined ? undefined : readCslDate(literal)
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map((part) => Number(part ?? 0))
  if (month > 12 || day > 31) return readCslDate(literal)
  const parts = month === 0 ? [year] : day === 0 ? [year, month] : [year, month, day]
  // Zotero writes the time of the look-up there, for which CSL has no place.
  const other = match[4]?.trim().replace(/^\d{1,2}:\d{2}(?::\d{2})?$/, '') ?? ''
  const season = month === 0 ? seasons[other.toLowerCase()] : undefined
  const date: CslDate = {
    'date-parts': [parts],
    ...(season === undefined ? {} : { season }),
    ...(other !== '' && season === undefined ? { literal: other } : {}),
  }
  return { date }
}

/** `Jun 15` of EndNote and the Web of Science says the rest of a year that stands elsewhere. */
export const withYear = (raw: string, year: string): string => {
  if (raw.length > 40 || /\d{4}/.test(raw) || !/\p{L}/u.test(raw)) return raw
  const season = seasons[raw.trim().toLowerCase()]
  const whole = season === undefined ? `${raw.trim()} ${year}` : `${year}///${raw.trim()}`
  return readRisDate(whole)?.date['date-parts'] === undefined ? raw : whole
}

const precision = (date: CslDate | undefined): number => date?.['date-parts']?.[0]?.length ?? 0

/** Of several statements of one date the one that says most. */
export const mostPrecise = (dates: readonly ReadCslDate[]): ReadCslDate | undefined =>
  dates.reduce<ReadCslDate | undefined>(
    (best, one) => (precision(one.date) > precision(best?.date) || !best ? one : best),
    undefined,
  )

/** Whether a date says nothing that another one does not say too. */
export const isToldBy = (one: CslDate, other: CslDate): boolean => {
  const { 'date-parts': parts, ...more } = one
  const others = other['date-parts'] ?? []
  return (
    Object.keys(more).every((key) => more[key as keyof typeof more] === other[key as keyof typeof more]) &&
    (parts ?? []).every((end, at) => end.every((part, index) => part === others[at]?.[index]))
  )
}
