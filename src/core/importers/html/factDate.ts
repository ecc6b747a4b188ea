import type { PartialDate } from '#shared/model/scalars'
import { readStatedDate } from '../text/readStatedDate'
import { factText } from './factText'
import { utcTime } from '../utcTime'

/** RFC 1123 with its zone, as HTTP and old systems write it. */
const rfc1123 = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|Z|[+-]\d{4})$/i

export interface FactDate {
  readonly date: PartialDate
  readonly doubt?: string
}

/** A date of a page's data, as far as it is known; undefined for what is none. */
export const factDate = (value: string): FactDate | undefined => {
  const literal = factText(value)
  if (rfc1123.test(literal)) {
    const edtf = utcTime(new Date(literal))
    if (edtf !== undefined) return { date: { edtf, literal } }
  }
  const read = readStatedDate(literal)
  return read && { date: read.date, ...(read.doubt === undefined ? {} : { doubt: read.doubt }) }
}
