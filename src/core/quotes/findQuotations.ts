import { isWordCharacter } from './words'

/** A quotation in a text, by UTF-16 units: `start` and `end` are those of its words, without the marks. */
export interface Quotation {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The marks as they stand; the closing one is absent where the quotation goes on in the next passage. */
  readonly marks: readonly string[]
}

/** What each mark that opens can be closed by, in whatever language. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '„': '“”„',
  '‟': '”',
  '«': '»',
  '»': '«»',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '﹁': '﹂',
  '﹃': '﹄',
  '｢': '｣',
  '〝': '〞〟',
  '"': '"',
  '＂': '＂',
  "'": "'",
  '״': '״',
}

/** These open wherever they stand; of the others only one at the beginning of a word does. */
const alwaysOpen = /[“„‟«「『﹁﹃｢〝]/u
/** These are apostrophes as well: one between letters closes nothing. */
const apostrophe = /['’]/u
/** A quotation of several passages opens at each and closes in the last. */
const goesOn = /[“„«「『]/u

const isWord = (character: string | undefined): boolean =>
  character !== undefined && isWordCharacter(character)

const opensAt = (text: string, at: number): boolean => {
  const mark = text[at] ?? ''
  if (closers[mark] === undefined) return false
  if (alwaysOpen.test(mark)) return true
  const [before, after] = [text[at - 1], text[at + 1]]
  return !isWord(before) && after !== undefined && !/\s/u.test(after) && !/[\p{Pe}.,;:!?]/u.test(after)
}

/** Where the quotation that opens at a unit closes; marks of its own kind inside it are counted. */
const closeOf = (text: string, open: number): number => {
  const mark = text[open] ?? ''
  const closing = closers[mark] ?? ''
  let depth = 1
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (closing.includes(character)) {
      if (apostrophe.test(character) && isWord(text[at + 1])) continue
      depth -= 1
      if (depth === 0) return at
    } else if (character === mark && alwaysOpen.test(mark)) depth += 1
  }
  return -1
}

/** The quotations of a text that stand in no other one, in any language's marks. */
export const findQuotations = (text: string): Quotation[] => {
  const found: Quotation[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (!opensAt(text, at)) continue
    const mark = text[at] ?? ''
    const close = closeOf(text, at)
    const isOpen = close < 0 && goesOn.test(mark) && text.slice(0, at).trim() === ''
    if (close < 0 && !isOpen) continue
    const [inner, end] = [text.slice(at + 1, isOpen ? undefined : close), isOpen ? text.length : close]
    const words = inner.trim()
    const start = at + 1 + (inner.length - inner.trimStart().length)
    const closing = text[close]
    if (words !== '')
      found.push({
        start,
        end: start + words.length,
        text: words,
        marks: closing === undefined ? [mark] : [mark, closing],
      })
    at = end
  }
  return found
}
