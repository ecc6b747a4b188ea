import type { CslDate } from '../model/reference'

/** One end of a range: year, month or season, day; months and days that are not known as `XX`; `?`, `~` and `%` mark doubt. */
const oneDate = /^(-?\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T[\d:.,+\-Z]{1,30})?)?)?([?~%]?)$/

/** A decade or a century: the last digits of the year are not known. */
const someYears = /^(-?)(\d{2})(\dX|XX)([?~%]?)$/

interface OneDate {
  readonly parts: number[]
  readonly season?: number
  readonly circa: boolean
}

const readOne = (text: string): OneDate | undefined => {
  const match = oneDate.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const circa = (match[4] ?? '') !== ''
  if (match[2] === undefined || match[2] === 'XX') return { parts: [year], circa }
  const month = Number(match[2])
  if (month >= 21 && month <= 24) return { parts: [year], season: month - 20, circa }
  if (month < 1 || month > 12) return undefined
  if (match[3] === undefined || match[3] === 'XX') return { parts: [year, month], circa }
  const day = Number(match[3])
  return day < 1 || day > 31 ? undefined : { parts: [year, month, day], circa }
}

const dateOf = (parts: number[][], circa: boolean, season?: number): CslDate => ({
  'date-parts': parts,
  ...(season === undefined ? {} : { season }),
  ...(circa ? { circa: true } : {}),
})

const isOpen = (end: string): boolean => end === '' || end === '..'

const isDate = (text: string): boolean => readOne(text) !== undefined || someYears.test(text)

const readRange = (from: string, to: string, literal: string): CslDate | undefined => {
  const [first, last] = [readOne(from), readOne(to)]
  if (first && isOpen(to)) return { ...dateOf([first.parts], first.circa, first.season), literal }
  const hasSeason = [first, last].some((end) => end?.season !== undefined)
  if (first && last && !hasSeason) return dateOf([first.parts, last.parts], first.circa || last.circa)
  const isRange = (isDate(from) || isOpen(from)) && (isDate(to) || (isOpen(to) && !isOpen(from)))
  return isRange ? { literal } : undefined
}

/**
 * An EDTF date, range or time (ISO 8601-2, level 0, and of level 1 what follows) as a CSL date; undefined where it is none.
 * Seasons (21 to 24) and doubt (`?`, `~` and `%`, all `circa`) are what CSL has for them; a time is its day, and a month or
 * day that is not known (`XX`) is left out. What CSL cannot say stays as the `literal`: a range without an end beside its
 * beginning; a range without a beginning, decades and centuries (`201X`, `20XX`), and ranges from or to one of them or a season,
 * since parts would say another date. Years of more than four digits (`Y170000002`) are not read.
 */
export const edtfToCslDate = (edtf: string): CslDate | undefined => {
  if (edtf.length > 80) return undefined
  const literal = edtf.trim()
  const [from = '', to, ...more] = literal.split('/')
  if (more.length > 0) return undefined
  if (to !== undefined) return readRange(from, to, literal)
  if (someYears.test(from)) return { literal }
  const date = readOne(from)
  return date && dateOf([date.parts], date.circa, date.season)
}
