import { cleanText } from './cleanText'
import { monthOf } from './monthNames'
import { utcTime } from '../utcTime'

export interface ReadDate {
  /** EDTF level 0, as far as the date is known. */
  readonly edtf: string
  readonly doubt?: string
}

const pad = (value: number): string => String(value).padStart(2, '0')

const calendarDate = (year: number, month?: number, day?: number): string | undefined => {
  if (year < 1400 || year > 2199) return undefined
  if (month === undefined) return `${year}`
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return `${year}-${pad(month)}`
  const real = new Date(Date.UTC(year, month - 1, day))
  return real.getUTCMonth() === month - 1 && day >= 1 ? `${year}-${pad(month)}-${pad(day)}` : undefined
}

const dated = (edtf: string | undefined): ReadDate | undefined => (edtf === undefined ? undefined : { edtf })

/** 2019-03-23, 2019/03/23, 2019-03, and full ISO 8601 times, which become UTC where they state an offset. */
const isoDate = (text: string): ReadDate | undefined => {
  const match =
    /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?)?$/i.exec(
      text,
    )
  if (!match) return undefined
  const [, year, , month, day, time, zone] = match
  const date = calendarDate(Number(year), Number(month), day === undefined ? undefined : Number(day))
  if (date === undefined || time === undefined || zone === undefined) return dated(date)
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(.\d\d):?(\d\d)$/, '$1:$2') : 'Z'
  const instant = new Date(
    `${date}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset}`,
  )
  return { edtf: utcTime(instant) ?? date }
}

/** 23/03/2019 and 03/23/2019; where both orders are possible, only the year is sure. */
const slashedDate = (text: string): ReadDate | undefined => {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!match) return undefined
  const [, first, separator, second, year] = match
  const [one, two, of] = [Number(first), Number(second), Number(year)]
  if (separator === '.' || one > 12) return dated(calendarDate(of, two, one))
  if (two > 12 || one === two) return dated(calendarDate(of, one, two))
  const edtf = calendarDate(of)
  return edtf === undefined || calendarDate(of, one, two) === undefined
    ? undefined
    : { edtf, doubt: `It is not sure whether ${text} gives the day or the month first.` }
}

/** March 23, 2019; 23 March 2019; 23. März 2019; 23 de marzo de 2019; March 2019. */
const namedDate = (text: string): ReadDate | undefined => {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(\p{L}+\.?),?\s+(?:de\s+|del\s+)?(\d{4})(?:\s+г\.?)?$/iu.exec(
      text,
    )
  if (dayFirst) {
    const month = monthOf(dayFirst[2] ?? '')
    return month ? dated(calendarDate(Number(dayFirst[3]), month, Number(dayFirst[1]))) : undefined
  }
  const monthFirst = /^(\p{L}+\.?)\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?:de\s+)?(\d{4})$/iu.exec(text)
  const month = monthFirst && monthOf(monthFirst[1] ?? '')
  if (!monthFirst || !month) return undefined
  const day = monthFirst[2]
  return dated(calendarDate(Number(monthFirst[3]), month, day === undefined ? undefined : Number(day)))
}

/** 2019年3月23日 and 2019년 3월 23일. */
const eastAsianDate = (text: string): ReadDate | undefined => {
  const match = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?$/.exec(text)
  if (!match) return undefined
  const day = match[3]
  return dated(calendarDate(Number(match[1]), Number(match[2]), day === undefined ? undefined : Number(day)))
}

const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\p{L}*\.?,?\s+/iu
const clock =
  /\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})\)?)?/
const timeAfter = new RegExp(`(?:,?\\s+(?:at|um|à|a las|alle|•|\\||-|–))?[,\\s]+${clock.source}$`, 'iu')
const timeBefore = new RegExp(`^${clock.source}[,\\s]+`, 'iu')

/** Reads a date that stands alone, in the usual forms; a time of day without an offset is left to the literal. */
export const readDate = (literal: string): ReadDate | undefined => {
  const text = cleanText(literal)
  if (text.length > 60 || !/\d/.test(text)) return undefined
  const iso = isoDate(text)
  if (iso) return iso
  const bare = text.replace(weekday, '').replace(timeAfter, '').replace(timeBefore, '').replace(weekday, '')
  return isoDate(bare) ?? slashedDate(bare) ?? namedDate(bare) ?? eastAsianDate(bare)
}
