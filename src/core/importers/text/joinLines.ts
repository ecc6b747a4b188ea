import type { TextLine } from './textLines'

/** What the end of a line and the beginning of the next are, for the join. */
const eastAsian = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/
const hyphenated = /[\p{L}\p{N}][-\u2010]$/u

/** The text of wrapped lines: a space at each break, none where the script has none and after a hyphen, which stays. */
export const joinLines = (lines: readonly TextLine[]): string => {
  let text = ''
  for (const line of lines) {
    if (text === '') text = line.text
    else {
      const tight =
        (eastAsian.test(text.slice(-1)) && eastAsian.test(line.text[0] ?? '')) ||
        (hyphenated.test(text.slice(-3)) && /^\p{Ll}/u.test(line.text))
      text += tight ? line.text : ` ${line.text}`
    }
  }
  return text
}
