import type { CslDate } from '../model/reference'

/** One end of a range: year, month or season, day; digits that are not known as `X`; `?`, `~` and `%` mark doubt. */
const oneDate = /^(-?\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T[\d:.,+\-Z]{1,30})?)?)?([?~%]?)$/

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

/**
 * An EDTF date, range or time (ISO 8601-2, levels 0 and 1, as BibLaTeX and CSL use them) as a CSL date; undefined where it
 * is none. A range without an end keeps the literal beside its beginning, since CSL cannot say it.
 */
export const edtfToCslDate = (edtf: string): CslDate | undefined => {
  if (edtf.length > 80) return undefined
  const [from = '', to, ...more] = edtf.trim().split('/')
  const first = readOne(from)
  if (!first || more.length > 0) return undefined
  if (to === undefined) return dateOf([first.parts], first.circa, first.season)
  if (to === '' || to === '..') return { ...dateOf([first.parts], first.circa), literal: edtf.trim() }
  const last = readOne(to)
  return last && dateOf([first.parts, last.parts], first.circa || last.circa)
}
