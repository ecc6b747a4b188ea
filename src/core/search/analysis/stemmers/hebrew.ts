import { endingsOf, withoutEnding } from './suffixes'

/** What is written as one with the next word, and how many letters must follow. Words often begin with the later ones themselves. */
const prefixes: readonly (readonly [RegExp, number])[] = [
  [/^(?:כש|מש)(?=ה)/, 4],
  [/^[שמ](?=ה)/, 4],
  [/^ש(?=[בל])/, 4],
  [/^[והבל]/, 3],
  [/^[שמכ]/, 5],
]
const plural = endingsOf('יות ות ימ', 3)
const feminine = endingsOf('ה י', 3)
const construct = endingsOf('ת', 4)

const withoutPrefixes = (word: string): string => {
  for (const [prefix, following] of prefixes) {
    const bare = word.replace(prefix, '')
    if (bare !== word && bare.length >= following) return withoutPrefixes(bare)
  }
  return word
}

/**
 * A light stemmer for folded Hebrew, without a dictionary: takes off the prefixes ו ה ב ל כ מ ש, plural and feminine endings and those
 * of the construct, as the light stemmers of other Semitic languages do (after Larkey, Ballesteros and Connell, 2007).
 * A word that begins with such a letter loses it in each of its forms alike.
 */
export const stemHebrew = (word: string): string => {
  const bare = withoutPrefixes(word)
  for (const endings of [plural, feminine, construct]) {
    const stem = withoutEnding(bare, endings)
    if (stem !== bare) return stem
  }
  return bare
}

/** A word without the first letter, where that can be a prefix. */
export const withoutHebrewPrefix = (word: string): string =>
  word.length >= 4 ? word.replace(/^[והבלכמש]/, '') : word
