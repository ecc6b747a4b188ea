import type { PartialDate } from '#shared/model/scalars'
import { readDate } from '../text/readDate'
import { monthOf } from '../text/monthNames'
import { oneLine } from './oneLine'

const pad = (value: number): string => String(value).padStart(2, '0')

/** Zones that RFC 822 defines; any other name leaves the time of day to the literal. */
const zones: Readonly<Record<string, string>> = {
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

/** Two digits count as RFC 2822, 4.3 says: 00 to 49 are of this century. */
const fullYear = (digits: string): number => {
  const year = Number(digits)
  if (digits.length > 2) return digits.length === 3 ? year + 1900 : year
  return year < 50 ? year + 2000 : year + 1900
}

const rfc822 =
  /^(?:\p{L}{2,12}\.?,?\s*)?(\d{1,2})[\s-]+(\p{L}{3,12})\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([A-Za-z]{1,5}|[+-]\d{2}:?\d{2}))?)?(?:\s*\([^()]*\))?$/u

/** RFC 822 as RSS uses it: 'Tue, 10 Jun 2003 04:00:00 GMT'. */
const mailDate = (text: string): string | undefined => {
  const match = rfc822.exec(text)
  const month = match && monthOf(match[2] ?? '')
  if (!match || !month) return undefined
  const [, day = '', , year = '', hour, minute = '', second = '00', zone] = match
  const date = `${String(fullYear(year)).padStart(4, '0')}-${pad(month)}-${pad(Number(day))}`
  const offset =
    zone === undefined ? undefined : (zones[zone.toUpperCase()] ?? (/\d/.test(zone) ? zone : undefined))
  const iso =
    hour === undefined || offset === undefined
      ? date
      : `${date}T${pad(Number(hour))}:${minute}:${second}${offset}`
  return (readDate(iso) ?? readDate(date))?.edtf
}

/** ISO 8601 in its basic form, which NITF and NewsML 1 use: '20130605T210000+0000'. */
const basicDate = (text: string): string | undefined => {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text,
  )
  if (!match) return undefined
  const [, year, month, day, hour, minute = '', second = '00', zone] = match
  const date = `${year}-${month}-${day}`
  const iso = hour === undefined || zone === undefined ? date : `${date}T${hour}:${minute}:${second}${zone}`
  return readDate(iso)?.edtf
}

/** Whether the literal says no more than the date in UTC does. */
const isSame = (literal: string, edtf: string): boolean =>
  literal === edtf || (literal.endsWith('Z') && literal.replace(/(?:\.\d+)?Z$/, '.000Z') === edtf)

/** A date as news formats write it (RFC 3339, RFC 822, ISO 8601 basic), or as people do. */
export const readNewsDate = (value: string): (PartialDate & { readonly doubt?: string }) | undefined => {
  const literal = oneLine(value)
  if (literal === undefined || literal.length > 100) return undefined
  const printed = readDate(literal)
  const year = /^[12]\d{3}$/.exec(literal)?.[0]
  const edtf = year ?? basicDate(literal) ?? mailDate(literal) ?? printed?.edtf
  if (edtf === undefined) return undefined
  const doubt = printed?.edtf === edtf && printed.doubt !== undefined ? { doubt: printed.doubt } : {}
  return { edtf, ...(isSame(literal, edtf) ? {} : { literal }), ...doubt }
}
