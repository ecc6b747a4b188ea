import { cslDateToEdtf } from '#shared/csl/cslDateToEdtf'
import type { CslDate } from '#shared/model/reference'

const months = [
  ['January', 'Jan.'],
  ['February', 'Feb.'],
  ['March', 'March'],
  ['April', 'April'],
  ['May', 'May'],
  ['June', 'June'],
  ['July', 'July'],
  ['August', 'Aug.'],
  ['September', 'Sept.'],
  ['October', 'Oct.'],
  ['November', 'Nov.'],
  ['December', 'Dec.'],
] as const

/** The first day of a date as news agencies write it: long months are short beside a day, none is without one. */
export const pressDate = (date: CslDate | undefined): string | undefined => {
  if (!date) return undefined
  const edtf = cslDateToEdtf(date)
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(edtf ?? '') ?? []
  if (year === undefined) return date.literal ?? date.raw
  const name = months[Number(month) - 1]
  if (!name) return String(Number(year))
  return day === undefined ? `${name[0]} ${year}` : `${name[1]} ${Number(day)}, ${year}`
}
