import { readStatedDate } from './readStatedDate'
import type { StatedDate } from './readStatedDate'

export interface ReadByline {
  readonly byline: string
  readonly date?: StatedDate
}

const particle = '(?:de|del|della|di|da|dos|van|von|der|den|zu|la|le|al|el|bin|ibn|ter|af|av)'
const word = "(?:\\p{Lu}[\\p{L}\\p{M}'’.\\-]*|\\p{Lo}[\\p{Lo}\\p{M}]*)"
const person = `${word}(?:\\s+(?:${word}|${particle})){0,5}`
const joint = '\\s*(?:,|;|&|/|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\bwith\\b)\\s*'
const people = `${person}(?:${joint}(?:and\\s+)?${person}){0,7}`

const marked =
  /^(?:by|written by|words by|story by|report by|reported by|von|par|por|di|door|av|af|автор:|от|بقلم:?|作者[:：]?|文[:：])\s+/iu
const onlyPeople = new RegExp(`^${people}$`, 'u')
const manyNames = new RegExp(`^${person}(?:${joint}|\\s+)${person}`, 'u')

/** What stands between a name and a date, a role or an outlet. */
const divider = /\s*(?:[|•·]|\s[–—-]\s)\s*/u

const startsWithName = (names: string): boolean => onlyPeople.test(names) || manyNames.test(names)

const longest = 200

/**
 * Reads a line that names who wrote it: 'By A. Name', 'By A and B', 'A. Name | March 3, 2019', 'Written by'. The mark is
 * not part of the byline; what else stands there (a role, an outlet) is.
 */
export const readByline = (line: string): ReadByline | undefined => {
  if (line.length > longest || /[.!?:]["”’]?$/.test(line.replace(/\b(?:Jr|Sr|[A-Z])\.$/, '')))
    return undefined
  const mark = marked.exec(line)?.[0]
  const parts = line.slice(mark?.length ?? 0).split(divider)
  const [names = '', ...rest] = parts
  const dates = rest.flatMap((part) => readStatedDate(part) ?? [])
  const [date] = dates
  const others = rest.filter((part) => !readStatedDate(part))
  const byline = [names, ...others]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' | ')
  if (byline === '') return undefined
  if (mark === undefined && (!date || others.length > 0 || !onlyPeople.test(names))) return undefined
  if (mark !== undefined && !startsWithName(names)) return undefined
  return { byline, ...(date ? { date } : {}) }
}
