import type { LanguageTable } from './languageTable'
import { literally, wholeWords } from './wholeWords'

/** Small words inside a name: van der Berg, bin Salman. */
const particle = '(?:de|del|della|der|den|di|da|do|dos|du|van|von|zu|bin|ibn|al|el|la|le|of|and|y|e)'
const capital = "\\p{Lu}[\\p{L}\\p{M}'’\\-.]*"
const run = new RegExp(`${capital}(?:\\s(?:${particle}\\s){0,2}${capital})*`, 'gu')

const wordsOf = (name: string): string[] => name.split(/\s/u).filter((word) => /^\p{Lu}/u.test(word))

/**
 * Whether a sentence names somebody or something: one of the names that are known, a title, or words with capitals where
 * the language has none for other reasons. `dates` are taken out before.
 */
export const hasName = (
  sentence: string,
  withoutDates: string,
  table: LanguageTable,
  known: readonly string[],
): boolean => {
  const unspaced = table.unspaced ?? false
  if (wholeWords(known.map(literally), { unspaced, flags: 'u' }).test(sentence)) return true
  if (wholeWords(table.titles, { unspaced, flags: 'u' }).test(sentence)) return true
  const openers = new Set(table.openers)
  const least = table.capitalNouns ? 2 : 1
  for (const match of withoutDates.matchAll(run)) {
    const opensSentence = !/[\p{L}\p{N}]/u.test(withoutDates.slice(0, match.index))
    const opensClause = /[.!?:“”"„«»‘]\s*$/u.test(withoutDates.slice(0, match.index))
    const words = wordsOf(match[0])
    const named = openers.has(words[0] ?? '') ? words.slice(1) : words
    // A capital at the beginning says nothing; two words in a row that are no openers do.
    const wanted = (opensSentence || opensClause) && named.length === words.length ? 2 : least
    if (named.length >= wanted && named.some((word) => word.length > 1)) return true
  }
  return false
}
