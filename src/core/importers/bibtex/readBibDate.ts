import { edtfToCslDate } from '#shared/csl/edtfToCslDate'
import { cleanLine } from '../cslJson/cleanValue'
import { readCslDate } from '../cslJson/readCslDate'
import type { ReadCslDate } from '../cslJson/readCslDate'
import { latexToText } from './latexToText'
import { readMonth } from './readMonth'

const plain = (latex: string | undefined): string =>
  latex === undefined ? '' : (cleanLine(latexToText(latex).text) ?? '').replaceAll('\u00a0', ' ')

const withMonth = (year: string, literal: string, stated: string): ReadCslDate => {
  const date = readMonth(Number(year), literal, stated)
  if (date) return { date }
  const doubt = `The month "${literal.slice(0, 80)}" was not understood.`
  return { date: { 'date-parts': [[Number(year)]], literal: `${literal} ${year}` }, doubt }
}

/** Whether `month` and `day` go into the date, or say nothing beside it: a month needs a year that is one. */
export const usesMonth = (fields: ReadonlyMap<string, string>, prefix: string): boolean => {
  if (!fields.has(`${prefix}date`)) return /^\d{4}$/.test(plain(fields.get(`${prefix}year`)))
  const month = plain(fields.get(`${prefix}month`))
  return month === '' || readMonth(0, month, '') !== undefined
}

/**
 * The date that fields state: `date` (EDTF), or `year` with `month` and `day`. `prefix` is that of the field names: `url`,
 * `orig`, `event`.
 */
export const readBibDate = (fields: ReadonlyMap<string, string>, prefix = ''): ReadCslDate | undefined => {
  const stated = fields.get(`${prefix}date`)
  // Before LaTeX is read: there `1987~` ends with a space, in EDTF it says 'about'.
  const edtf = stated === undefined ? undefined : edtfToCslDate(cleanLine(stated) ?? '')
  if (edtf) return { date: edtf }
  const date = plain(stated)
  if (date !== '') return readCslDate(date)
  const year = plain(fields.get(`${prefix}year`))
  const month = plain(fields.get(`${prefix}month`))
  if (month === '' || !usesMonth(fields, prefix)) return readCslDate(year)
  return withMonth(year, month, plain(fields.get(`${prefix}day`)))
}
