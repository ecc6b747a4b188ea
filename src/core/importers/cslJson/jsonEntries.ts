import { CuttingsError } from '#shared/errors'
import { countLines } from './countLines'
import { referenceLimits } from './referenceLimits'

/** One element of the outermost list, not parsed yet. */
export interface JsonEntry {
  readonly text: string
  /** From 1. */
  readonly line: number
  /** False where the text ends inside it. */
  readonly whole: boolean
}

const listStart = /^\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[/
const entryStart = /[^\s,\]]/g
const structure = /["{}[\],]/g

const closingQuote = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return at
  }
  return -1
}

/** Where the element that begins at `start` ends, by its brackets; -1 where the text ends before. */
const endOfEntry = (text: string, start: number): number => {
  let depth = 0
  structure.lastIndex = start
  for (let mark = structure.exec(text); mark; mark = structure.exec(text)) {
    if (mark[0] === '"') {
      const close = closingQuote(text, mark.index + 1)
      if (close < 0) return -1
      structure.lastIndex = close + 1
    } else if (mark[0] === '{' || mark[0] === '[') depth += 1
    else if (depth === 0) return mark.index
    else if (mark[0] !== ',') {
      depth -= 1
      if (depth === 0) return mark.index + 1
    }
  }
  return -1
}

/**
 * The elements of a JSON array (or of the `items` or `references` of an object), or the one object that the text is. One
 * after another, so that a large list is never held as objects, and a damaged element costs itself alone. Refuses
 * one that is longer than the limit, since it is held as objects.
 */
export function* jsonEntries(text: string): Generator<JsonEntry> {
  const lineAt = countLines(text)
  const list = listStart.exec(text)
  let at = list?.[0].length ?? 0
  for (;;) {
    entryStart.lastIndex = at
    const start = entryStart.exec(text)?.index ?? -1
    if (start < 0) return
    if (list && text.slice(at, start).includes(']')) return
    const end = endOfEntry(text, start)
    const whole = end >= 0
    if ((whole ? end : text.length) - start > referenceLimits.entryLength)
      throw new CuttingsError('limit', { what: 'characters in an entry', most: referenceLimits.entryLength })
    yield { text: text.slice(start, whole ? end : undefined), line: lineAt(start), whole }
    if (!whole || !list) return
    at = Math.max(end, start + 1)
  }
}
