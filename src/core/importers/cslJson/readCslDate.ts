import type { CslDate } from '#shared/model/reference'
import { readDate } from '../text/readDate'
import { cleanLine } from './cleanValue'
import { edtfToCslDate } from '#shared/csl/edtfToCslDate'

export interface ReadCslDate {
  readonly date: CslDate
  /** A sentence where the date is not, or not fully, understood. */
  readonly doubt?: string
}

const circaMark = /^(?:c\.|ca\.?|circa|um|vers|hacia)\s+(?=\d)/i

const yearRange = /^(\d{4})\s?(?:-{1,3}|[–—/])\s?(\d{4})$/

/** A date as people and programs write it; what cannot be read stays as the words of the source. */
export const readCslDate = (raw: string): ReadCslDate | undefined => {
  const literal = cleanLine(raw)
  if (literal === undefined) return undefined
  const edtf = edtfToCslDate(literal)
  if (edtf) return { date: edtf }
  const range = yearRange.exec(literal)
  if (range) return { date: { 'date-parts': [[Number(range[1])], [Number(range[2])]] } }
  const circa = circaMark.test(literal)
  const bare = literal.replace(circaMark, '')
  if (/^\d{4}$/.test(bare)) return { date: { 'date-parts': [[Number(bare)]], circa: true } }
  const read = readDate(bare)
  const date = read && edtfToCslDate(read.edtf)
  if (!date) return { date: { literal }, doubt: `"${literal.slice(0, 80)}" was not understood as a date.` }
  const more = { ...(circa ? { circa } : {}), ...(read.doubt === undefined ? {} : { literal }) }
  return { date: { ...date, ...more }, ...(read.doubt === undefined ? {} : { doubt: read.doubt }) }
}
