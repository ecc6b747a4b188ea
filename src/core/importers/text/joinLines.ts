import type { TextLine } from './textLines'

const eastAsian = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/
const hyphenated = /[\p{L}\p{N}][-\u2010]$/u

/** Whether nothing goes between: the script has no spaces, or the line ends in a hyphen, which stays. */
const isTight = (before: string, after: string): boolean =>
  (eastAsian.test(before.slice(-1)) && eastAsian.test(after.slice(0, 1))) ||
  (hyphenated.test(before.slice(-3)) && /^\p{Ll}/u.test(after))

/** The text of wrapped lines. */
export const joinLines = (lines: readonly TextLine[]): string => {
  const [first] = lines
  if (lines.length < 2) return first?.text ?? ''
  return lines
    .flatMap(({ text }, index) => {
      const before = lines[index - 1]
      if (!before) return [text]
      return isTight(before.text, text) ? [text] : [' ', text]
    })
    .join('')
}
