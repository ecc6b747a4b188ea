import { cslDateToEdtf } from '#shared/csl/cslDateToEdtf'
import { edtfToCslDate } from '#shared/csl/edtfToCslDate'
import type { CslDate } from '#shared/model/reference'

/** A date in two lines of a form: as EDTF, and the words that stand in print. */
export interface DateEntry {
  readonly edtf: string
  readonly words: string
}

export const dateToEntry = (date: CslDate | undefined): DateEntry => {
  const edtf = (date && cslDateToEdtf(date)) ?? ''
  const words = date?.literal ?? date?.raw ?? ''
  return { edtf, words: words === edtf ? '' : words }
}

/** Whether what was typed is a date, a part of one, a range, or nothing. */
export const isDate = (edtf: string): boolean => edtf.trim() === '' || edtfToCslDate(edtf) !== undefined

/** What was typed; what is no date is left to the words. */
export const entryToDate = ({ edtf, words }: DateEntry): CslDate | undefined => {
  const date = edtfToCslDate(edtf)
  const literal = words.trim()
  if (!date) return literal === '' ? undefined : { literal }
  return literal === '' ? date : { ...date, literal }
}
