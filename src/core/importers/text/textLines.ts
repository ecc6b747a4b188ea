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

const lineFeed = 0x0a
const formFeed = 0x0c
const carriageReturn = 0x0d
const paragraphSeparator = 0x2029

/** LF, VT, FF, CR, NEL, LINE and PARAGRAPH SEPARATOR. */
const endsLine = (code: number): boolean =>
  (code >= lineFeed && code <= carriageReturn) ||
  code === 0x85 ||
  code === 0x2028 ||
  code === paragraphSeparator

/** These end a paragraph by themselves, as a blank line does. */
const endsParagraph = (code: number): boolean => code === formFeed || code === paragraphSeparator

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
  const raw = line.trim()
  if (raw === '') return undefined
  const text = cleanText(raw)
  return text === '' ? undefined : { raw, text, indent: raw.length === line.length ? 0 : indentOf(line) }
}

/** Cuts chunks of text into lines, blank ones as undefined; `code` is the character that ended each. CRLF is one end. */
function* toLines(
  chunks: Iterable<string>,
): Generator<{ readonly line: TextLine | undefined; readonly code: number }> {
  let carried = ''
  let last = 0
  for (const chunk of chunks) {
    let start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at)
      const isSecondHalf = code === lineFeed && last === carriageReturn
      last = code
      if (!endsLine(code)) continue
      if (!isSecondHalf) {
        yield { line: toLine(carried + chunk.slice(start, at)), code }
        carried = ''
      }
      start = at + 1
    }
    carried += chunk.slice(start)
  }
  yield { line: toLine(carried), code: lineFeed }
}

/**
 * The text's lines in blocks between blank lines, in any newline style. One after another, so that a large text is never
 * held as lines as a whole.
 */
export function* toBlocks(chunks: Iterable<string>): Generator<TextBlock> {
  let block: TextLine[] = []
  for (const { line, code } of toLines(chunks)) {
    if (line) block.push(line)
    if ((line && !endsParagraph(code)) || block.length === 0) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}
