import { edtfToCslDate } from '#shared/csl/edtfToCslDate'
import { cleanLine } from '../cslJson/cleanValue'
import { readCslDate } from '../cslJson/readCslDate'
import type { ReadCslDate } from '../cslJson/readCslDate'
import { monthOf } from '../text/monthNames'
import { latexToText } from './latexToText'

const plain = (latex: string | undefined): string =>
  latex === undefined ? '' : (cleanLine(latexToText(latex).text) ?? '').replaceAll('\u00a0', ' ')

interface MonthAndDay {
  readonly month: number
  readonly day?: number
}

/** `mar`, `3`, `March`, `23~mar`, `mar 23`; undefined for what is no month. */
const readMonth = (text: string): MonthAndDay | undefined => {
  const [, before, name = '', after] = /^(\d{1,2})?\.?\s*(\p{L}*)\.?\s*(\d{1,2})?$/u.exec(text) ?? []
  if (name === '') {
    const month = Number(before)
    return after === undefined && month >= 1 && month <= 12 ? { month } : undefined
  }
  const month = monthOf(name)
  const day = Number(before ?? after)
  if (month === undefined) return undefined
  return day >= 1 && day <= 31 ? { month, day } : { month }
}

const withMonth = (year: string, literal: string, stated: string): ReadCslDate => {
  const read = readMonth(literal)
  if (!read) {
    const doubt = `The month "${literal.slice(0, 80)}" was not understood.`
    return { date: { 'date-parts': [[Number(year)]], literal: `${literal} ${year}` }, doubt }
  }
  const day = read.day ?? (/^\d{1,2}$/.test(stated) ? Number(stated) : 0)
  const parts = day >= 1 && day <= 31 ? [Number(year), read.month, day] : [Number(year), read.month]
  return { date: { 'date-parts': [parts] } }
}

/** Whether `month` and `day` go into the date: only beside a year that is one. */
export const usesMonth = (fields: ReadonlyMap<string, string>, prefix: string): boolean =>
  fields.has(`${prefix}date`) || /^\d{4}$/.test(plain(fields.get(`${prefix}year`)))

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
