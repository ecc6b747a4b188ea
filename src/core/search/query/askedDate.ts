import { isPartialDate } from './dates'

/** `2019`, `2019-03` or `2019-03-23`, as the calendar has it. */
export const isAskedDate = (text: string): boolean => {
  if (!isPartialDate(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCDate() === day
}

/**
 * A date, or an interval of two in the form of EDTF: `2018/2019-04`, `2018/..`, `../2019`. An end that is not typed yet is
 * open. `undefined` for anything else, also where the end lies before the beginning.
 */
export const readAskedDates = (text: string): string | undefined => {
  if (isAskedDate(text)) return text
  const parts = text.split('/')
  const [from = '', to = ''] = parts.map((part) => (part === '' ? '..' : part))
  const open = [from, to].filter((part) => part === '..').length
  if (parts.length !== 2 || open === 2) return undefined
  if (![from, to].every((part) => part === '..' || isAskedDate(part))) return undefined
  // A month that the year holds is no earlier than it: `2019-04/2019` goes to the end of the year.
  const shared = Math.min(from.length, to.length)
  if (open === 0 && to.slice(0, shared) < from.slice(0, shared)) return undefined
  return `${from}/${to}`
}
