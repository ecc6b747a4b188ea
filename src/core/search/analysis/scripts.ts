/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export const isUnspaced = (word: string): boolean => unspaced.test(word)

export type StemScript = 'Latin' | 'Cyrillic' | 'Greek' | 'Arabic' | 'other'

const isAscii = /^[\x20-\x7f]/
const scriptTests: readonly (readonly [StemScript, RegExp])[] = [
  ['Latin', /^\p{Script=Latin}/u],
  ['Cyrillic', /^\p{Script=Cyrillic}/u],
  ['Greek', /^\p{Script=Greek}/u],
  ['Arabic', /^\p{Script=Arabic}/u],
]

/** Script of a word's first letter, as far as stemmers tell them apart. */
export const scriptOf = (word: string): StemScript => {
  if (isAscii.test(word)) return /^[a-z]/i.test(word) ? 'Latin' : 'other'
  return scriptTests.find(([, test]) => test.test(word))?.[0] ?? 'other'
}
