import type { TextLink } from './textPiece'
import type { TextLine } from './textLine'

/** How a word that is broken at the end of a line is written elsewhere in the document. */
export interface Vocabulary {
  readonly has: (word: string) => boolean
}

const eastAsian = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/
const korean = /[\uac00-\ud7a3]/
const brokenEnd = /([\p{L}\p{M}]+)[-\u2010]$/u
const wordBegin = /^\p{Ll}[\p{L}\p{M}]*/u
const hyphenEnd = /[\p{L}\p{N}][-\u2010]$/u

const isTight = (before: string, after: string): boolean => {
  const [end, begin] = [before.slice(-1), after.slice(0, 1)]
  return eastAsian.test(end) && eastAsian.test(begin) && !(korean.test(end) && korean.test(begin))
}

/**
 * Whether the hyphen at the end of a line was put there by the typesetter. Where the document writes the word elsewhere,
 * that tells; else it is taken for one.
 */
const isBroken = (before: string, after: string, words: Vocabulary): boolean => {
  const first = brokenEnd.exec(before)?.[1]
  const second = wordBegin.exec(after)?.[0]
  if (first === undefined || second === undefined) return false
  if (words.has(`${first}${second}`.toLowerCase())) return true
  // An abbreviation is not broken.
  if (/\p{Lu}{2}/u.test(first)) return false
  return !words.has(`${first}-${second}`.toLowerCase())
}

/** The text of lines that belong together, and where its links are. */
export const joinPdfLines = (
  lines: readonly TextLine[],
  words: Vocabulary,
): { readonly text: string; readonly links: readonly TextLink[] } => {
  let text = ''
  const links: TextLink[] = []
  for (const line of lines) {
    if (text !== '' && isBroken(text.slice(-80), line.text, words)) {
      text = text.slice(0, -1)
      const last = links.at(-1)
      if (last && last.end > text.length) links[links.length - 1] = { ...last, end: text.length }
    } else if (text !== '' && !isTight(text, line.text)) {
      const compound = hyphenEnd.test(text.slice(-3)) && /^[\p{L}\p{N}]/u.test(line.text)
      if (!compound) text += ' '
    }
    const shift = text.length
    text += line.text
    for (const { start, end, url } of line.links) {
      const last = links.at(-1)
      // A link that goes on in the next line, or in the next piece, is one.
      if (last?.url === url && text.slice(last.end, shift + start).trim() === '')
        links[links.length - 1] = { ...last, end: shift + end }
      else links.push({ start: shift + start, end: shift + end, url })
    }
  }
  return { text, links }
}
