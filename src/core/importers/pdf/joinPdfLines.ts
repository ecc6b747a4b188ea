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

/** Characters of a word before a hyphen that are compared. */
const longestPart = 80

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

/** What goes between two lines: nothing, a space, or nothing in the place of a hyphen. */
const between = (before: string, after: string, words: Vocabulary): '' | ' ' | 'broken' => {
  const end = before.slice(-longestPart)
  if (isBroken(end, after, words)) return 'broken'
  if (isTight(before, after)) return ''
  return hyphenEnd.test(end.slice(-3)) && /^[\p{L}\p{N}]/u.test(after) ? '' : ' '
}

/** The text of lines that belong together, and where its links are. */
export const joinPdfLines = (
  lines: readonly TextLine[],
  words: Vocabulary,
): { readonly text: string; readonly links: readonly TextLink[] } => {
  const pieces: string[] = []
  const links: TextLink[] = []
  let length = 0
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const joint = before ? between(before.text, line.text, words) : ''
    if (joint === 'broken') {
      pieces.push((pieces.pop() ?? '').slice(0, -1))
      length -= 1
      const last = links.at(-1)
      if (last && last.end > length) links[links.length - 1] = { ...last, end: length }
    } else if (joint !== '') {
      pieces.push(joint)
      length += 1
    }
    for (const { start, end, url } of line.links) {
      const last = links.at(-1)
      const from = length + start
      // A link that goes on in the next line, or in the next piece, is one.
      if (last?.url === url && from - last.end <= 1) links[links.length - 1] = { ...last, end: length + end }
      else links.push({ start: from, end: length + end, url })
    }
    pieces.push(line.text)
    length += line.text.length
  }
  return { text: pieces.join(''), links }
}
