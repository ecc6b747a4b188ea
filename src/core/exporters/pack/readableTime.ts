import { html, type Html } from './html'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Years of four digits, the month and the day where they are known, the time and its zone as they are stated. */
const stated =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d)?)?)?)?$/

/**
 * A date of ISO 8601 (or the plain dates of EDTF) in English words: `22 November 2026, 10:00 UTC`, `March 2019`. The zone is
 * the one that is stated, whatever machine writes; undefined for what is no such date.
 */
export const dateInWords = (iso: string): string | undefined => {
  const { year, month, day, time, zone } = stated.exec(iso)?.groups ?? {}
  if (year === undefined) return undefined
  if (month === undefined) return year
  const name = months[Number(month) - 1]
  if (name === undefined) return undefined
  const date = [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ')
  if (time === undefined) return date
  return `${date}, ${time}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` (UTC${zone})`}`
}

/** The same with what it says for programs; what is no date of ISO 8601 stays as it is stated. */
export const readableTime = (iso: string): Html => {
  const words = dateInWords(iso)
  return words === undefined ? html`<bdi>${iso}</bdi>` : html`<time datetime="${iso}">${words}</time>`
}
