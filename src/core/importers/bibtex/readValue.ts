import { checkFieldLength } from '../cslJson/referenceLimits'
import { entryLine } from './scanGuards'

/** One piece of a value: `{...}`, `"..."`, or a bare word, which is a number or the name of a string. */
export interface ValuePiece {
  readonly text: string
  readonly bare: boolean
}

export interface ReadValue {
  readonly pieces: readonly ValuePiece[]
  readonly end: number
}

/** Where a value cannot be read, and why. */
export interface BrokenValue {
  readonly problem: string
  readonly at: number
}

const inBraces = new RegExp(`[{}]|${entryLine}`, 'g')
const inQuotes = new RegExp(`[{}"]|${entryLine}`, 'g')
const space = /\s*/y
const bareWord = /[^\s,#{}()"=]+/y

export const skipSpace = (text: string, from: number): number => {
  space.lastIndex = from
  space.exec(text)
  return space.lastIndex
}

/** The end of a value that opens at `from` with a brace or a quote. As BibTeX does, braces count even behind a backslash. */
export const endOfDelimited = (text: string, from: number): number | BrokenValue => {
  const quoted = text[from] === '"'
  const mark = quoted ? inQuotes : inBraces
  mark.lastIndex = from + 1
  let depth = 0
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '{') depth += 1
    else if (found[0] === '"' && depth === 0) return found.index
    else if (found[0] === '}') {
      if (depth === 0)
        return quoted ? { problem: 'a brace is closed that is not open', at: found.index } : found.index
      depth -= 1
    } else if (found[0] !== '"') return { problem: 'a value is not closed', at: found.index }
  }
  return { problem: 'a value is not closed before the end of the file', at: text.length }
}

const readPiece = (text: string, from: number): { piece: ValuePiece; end: number } | BrokenValue => {
  if (text[from] === '{' || text[from] === '"') {
    const end = endOfDelimited(text, from)
    if (typeof end !== 'number') return end
    checkFieldLength(end - from)
    return { piece: { text: text.slice(from + 1, end), bare: false }, end: end + 1 }
  }
  bareWord.lastIndex = from
  const word = bareWord.exec(text)?.[0]
  if (word === undefined) return { problem: 'a field has no value', at: from }
  checkFieldLength(word.length)
  return { piece: { text: word, bare: true }, end: from + word.length }
}

/** A value: pieces joined by `#`. */
export const readValue = (text: string, from: number): ReadValue | BrokenValue => {
  const pieces: ValuePiece[] = []
  let at = from
  for (;;) {
    const read = readPiece(text, skipSpace(text, at))
    if ('problem' in read) return read
    pieces.push(read.piece)
    at = skipSpace(text, read.end)
    if (text[at] !== '#') return { pieces, end: at }
    at += 1
  }
}
