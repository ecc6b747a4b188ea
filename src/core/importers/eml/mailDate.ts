import type { PartialDate } from '#shared/model/scalars'
import { readDate } from '../text/readDate'
import { cleanText } from '../text/cleanText'
import { utcTime } from '../utcTime'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zones that RFC 5322 (4.3) knows by name, in minutes from UTC; any other name is not known. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const form =
  /^(?:\p{L}+\.?,?\s*)?(\d{1,2})\s*[ -]\s*(\p{L}{3})\p{L}*\s*[ -]\s*(\d{2,4})(?:,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?)?(?:\s*([+-]\d{4}|\p{L}{1,5}))?(?![\d:])/iu

/** Years of two digits, and of three, as RFC 5322 (4.3) reads them. */
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

const offsetOf = (zone: string | undefined): number | undefined => {
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d)(\d\d)$/.exec(zone ?? '') ?? []
  if (sign === undefined) return zones[zone?.toLowerCase() ?? '']
  if (Number(minutes) > 59) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

const dayOf = (year: number, month: number, day: number): string | undefined => {
  const real = new Date(Date.UTC(year, month, day))
  const isReal = year >= 1900 && day >= 1 && month >= 0 && real.getUTCMonth() === month
  return isReal ? `${pad(year, 4)}-${pad(month + 1)}-${pad(day)}` : undefined
}

/**
 * The Date of a mail (RFC 5322, 3.3 and 4.3) in UTC, with the field's own words; without a time and a zone that can be
 * read only the day. Undefined where it is no date.
 */
export const readMailDate = (literal: string): PartialDate | undefined => {
  const text = cleanText(
    literal
      .replace(/\([^()]*\)/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ?: ?/g, ':'),
  )
  const [whole, day, month = '', year = '', hours, minutes, seconds = '0', zone] =
    form.exec(text.slice(0, 200)) ?? []
  if (whole === undefined) {
    const read = readDate(text)
    return read && !read.doubt ? { edtf: read.edtf, literal } : undefined
  }
  const date = dayOf(fullYear(year), months.indexOf(month.toLowerCase()), Number(day))
  if (date === undefined) return undefined
  const offset = offsetOf(zone)
  const isTime = hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) <= 60
  if (!isTime || offset === undefined) return { edtf: date, literal }
  const start = Date.parse(`${date}T00:00:00.000Z`)
  const at = start + ((Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000
  return { edtf: utcTime(new Date(at)) ?? date, literal }
}
