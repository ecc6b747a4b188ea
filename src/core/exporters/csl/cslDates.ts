import type { CslDate } from '#shared/model/reference'

/** An EDTF date or time (level 0) as CSL date parts, as far as it is known: `2019-03` is `[[2019, 3]]`. */
export const edtfToCsl = (edtf: string): { 'date-parts': number[][] } | { literal: string } => {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(edtf)
  if (!match) return { literal: edtf }
  const parts = match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))
  return { 'date-parts': [parts] }
}

/** The first date of a CSL date as EDTF; nothing where it has no whole year. */
export const cslToEdtf = (date: CslDate): string | undefined => {
  const [year, month, day] = (date['date-parts']?.[0] ?? []).map(Number)
  if (year === undefined || !Number.isSafeInteger(year) || Math.abs(year) > 9999) return undefined
  const whole = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
  const isPart = (part: number | undefined, most: number): part is number =>
    part !== undefined && Number.isInteger(part) && part >= 1 && part <= most
  if (!isPart(month, 12)) return whole
  const withMonth = `${whole}-${String(month).padStart(2, '0')}`
  return isPart(day, 31) ? `${withMonth}-${String(day).padStart(2, '0')}` : withMonth
}
