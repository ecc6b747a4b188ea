import { cleanText } from './cleanText'

/** One line that is not blank. */
export interface TextLine {
  /** As printed, without the white space around it: byte for byte. */
  readonly raw: string
  /** Cleaned (`cleanText`). */
  readonly text: string
  /** Spaces before it; a tab counts for four. */
  readonly indent: number
}

/** Lines without a blank one between them. */
export type TextBlock = readonly TextLine[]

/** CRLF, LF, CR, NEL, LINE and PARAGRAPH SEPARATOR, vertical tab; a form feed ends a line too. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** What ends a paragraph by itself, as a blank line does. */
const paragraphEnds = new Set(['\u2029', '\f'])

const indentOf = (line: string): number => {
  let indent = 0
  for (const character of line) {
    if (character === '\t') indent += 4
    else if (/\s/.test(character)) indent += 1
    else break
  }
  return indent
}

const toLine = (line: string): TextLine | undefined => {
  const text = cleanText(line)
  return text === '' ? undefined : { raw: line.trim(), text, indent: indentOf(line) }
}

/** The text's lines in blocks between blank lines, in any newline style. */
export const toBlocks = (text: string): readonly TextBlock[] => {
  const blocks: TextBlock[] = []
  let block: TextLine[] = []
  const endBlock = (): void => {
    if (block.length > 0) blocks.push(block)
    block = []
  }
  let start = 0
  for (const end of text.matchAll(lineEnd)) {
    const line = toLine(text.slice(start, end.index))
    if (line) block.push(line)
    if (!line || paragraphEnds.has(end[0])) endBlock()
    start = end.index + end[0].length
  }
  const last = toLine(text.slice(start))
  if (last) block.push(last)
  endBlock()
  return blocks
}
