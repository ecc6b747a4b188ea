import { edtfToCslDate } from './edtfToCslDate'
import type { CslDate } from '../model/reference'

const twoDigits = (part: number): string => String(part).padStart(2, '0')

const yearText = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`

const isWithin = (part: number | undefined, most: number): part is number =>
  part !== undefined && Number.isInteger(part) && part >= 1 && part <= most

/** One end of a date, as far as it is known; nothing without a whole year of four digits. */
const oneEnd = (given: readonly (number | string)[], season: number | undefined): string | undefined => {
  const [year, month, day] = given.map(Number)
  if (year === undefined || !Number.isInteger(year) || Math.abs(year) > 9999) return undefined
  if (month === undefined && isWithin(season, 4)) return `${yearText(year)}-${20 + season}`
  if (!isWithin(month, 12)) return yearText(year)
  return [yearText(year), twoDigits(month), ...(isWithin(day, 31) ? [twoDigits(day)] : [])].join('-')
}

/** Whether the words are EDTF that parts cannot say, so that they stand for the date. */
const isWords = (literal: string | undefined): literal is string =>
  literal !== undefined && edtfToCslDate(literal)?.literal === literal

/**
 * A CSL date as EDTF (ISO 8601-2, levels 0 and 1): a date, a range, a season, `~` for about. The inverse of `edtfToCslDate`.
 * Nothing where the date is only words that are no EDTF.
 */
export const cslDateToEdtf = (date: CslDate): string | undefined => {
  if (isWords(date.literal)) return date.literal
  const [from, to] = date['date-parts'] ?? []
  const season = date.season === undefined || to ? undefined : Number(date.season)
  const first = from && oneEnd(from, season)
  if (first === undefined) return undefined
  const about = date.circa ? '~' : ''
  const last = to && oneEnd(to, undefined)
  return last === undefined ? `${first}${about}` : `${first}${about}/${last}${about}`
}
