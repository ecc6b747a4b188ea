/** Scripts that are written without spaces between words. */
const unspacedCharacter =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]'
const unspaced = new RegExp(unspacedCharacter, 'u')
const stretch = new RegExp(`(?:${unspacedCharacter}\\p{M}*)+|(?:(?!${unspacedCharacter}).)+`, 'gu')

export const isUnspaced = (word: string): boolean => unspaced.test(word)

/** Cuts a run of letters where a script without spaces begins or ends, so that what stands beside it changes nothing. */
export const cutByScript = (run: string): readonly { readonly text: string; readonly start: number }[] =>
  [...run.matchAll(stretch)].map((match) => ({ text: match[0], start: match.index }))

/** Scripts as far as stemmers and spellings of names tell them apart. */
export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Arabic' | 'Hebrew' | 'Hangul' | 'Kana' | 'other'

const isAscii = /^[\x20-\x7f]/
const scriptTests: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /^\p{Script=Latin}/u],
  ['Cyrillic', /^\p{Script=Cyrillic}/u],
  ['Greek', /^\p{Script=Greek}/u],
  ['Arabic', /^\p{Script=Arabic}/u],
  ['Hebrew', /^\p{Script=Hebrew}/u],
  ['Hangul', /^\p{Script=Hangul}/u],
  ['Kana', /^[\p{Script=Hiragana}\p{Script=Katakana}]/u],
]

/** Script of a word's first letter. */
export const scriptOf = (word: string): Script => {
  if (isAscii.test(word)) return /^[a-z]/i.test(word) ? 'Latin' : 'other'
  return scriptTests.find(([, test]) => test.test(word))?.[0] ?? 'other'
}
