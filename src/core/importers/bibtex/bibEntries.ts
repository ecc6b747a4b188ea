import { CuttingsError } from '#shared/errors'
import { countLines } from '../cslJson/countLines'
import { createBibStrings } from './bibStrings'
import type { BibStrings } from './bibStrings'
import { endOfDelimited, readValue, skipSpace } from './readValue'
import type { BrokenValue } from './readValue'
import { resumeAt } from './scanGuards'

/** Fields of one entry; real ones have some thirty. */
export const mostFields = 1000

/** An entry as the file has it: values are LaTeX, abbreviations replaced. */
export interface BibEntry {
  /** In small letters, without the `@`. */
  readonly type: string
  readonly key?: string
  /** By name in small letters. */
  readonly fields: ReadonlyMap<string, string>
  /** On which it begins, from 1. */
  readonly line: number
  /** What could not be read, in sentences. */
  readonly problems: readonly string[]
}

const start = /@[ \t]*([A-Za-z]{1,40})\s*([{(])/y
const keyWord = /[^\s,={}"]{1,400}/y
/** A field behind the end of an entry: a brace too many was closed before. */
const lostField = /\s*,\s*[A-Za-z]{1,100}\s*=/y
const fieldName = /([A-Za-z][\w:.+/-]{0,100})\s*=/y

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The key, where there is one: a word before the first comma, or before the end. */
const readKey = (text: string, from: number): { readonly key?: string; readonly end: number } => {
  const at = skipSpace(text, from)
  const key = matchAt(keyWord, text, at)?.[0]
  const end = skipSpace(text, at + (key?.length ?? 0))
  if (key === undefined || !/[,})]/.test(text.charAt(end))) return { end: at }
  return { key, end }
}

interface Body {
  readonly fields: ReadonlyMap<string, string>
  readonly problems: readonly string[]
  readonly end: number
}

/** The fields from after the key to the end of the entry, or to what cannot be read. */
const readBody = (text: string, from: number, strings: BibStrings): Body => {
  const fields = new Map<string, string>()
  const problems: string[] = []
  let count = 0
  const broken = ({ problem, at }: BrokenValue): Body => ({
    fields,
    problems: [...problems, `The entry could be read only in part: ${problem}.`],
    end: resumeAt(text, Math.max(0, at - 1)),
  })
  for (let at = skipSpace(text, from); ; at = skipSpace(text, at)) {
    if (text[at] === ',') at += 1
    else if (text[at] === '}' || text[at] === ')') return { fields, problems, end: at + 1 }
    else {
      const match = matchAt(fieldName, text, at)
      if (!match)
        return broken({ problem: at >= text.length ? 'the file ends in it' : 'a field has no name', at })
      const value = readValue(text, fieldName.lastIndex)
      const name = (match[1] ?? '').toLowerCase()
      if ('problem' in value) return broken({ ...value, problem: `${value.problem} ("${name}")` })
      count += 1
      if (count > mostFields)
        throw new CuttingsError('limit', { what: 'fields of an entry', most: mostFields })
      const { text: words, unknown } = strings.textOf(value.pieces)
      if (unknown.length > 0)
        problems.push(
          `"${unknown.join(', ').slice(0, 200)}" is an abbreviation that the file does not explain.`,
        )
      if (fields.has(name)) problems.push(`The field "${name}" stands twice; the first was taken.`)
      else fields.set(name, words)
      at = value.end
    }
  }
}

/** After `@string{`: one or several definitions. */
const defineStrings = (text: string, from: number, strings: BibStrings): number => {
  for (let at = skipSpace(text, from); ; at = skipSpace(text, at)) {
    if (text[at] === ',') at += 1
    else {
      const match = matchAt(fieldName, text, at)
      if (!match) return text[at] === '}' || text[at] === ')' ? at + 1 : resumeAt(text, Math.max(0, at - 1))
      const value = readValue(text, fieldName.lastIndex)
      if ('problem' in value) return resumeAt(text, Math.max(0, value.at - 1))
      strings.define(match[1] ?? '', value.pieces)
      at = value.end
    }
  }
}

const skipDelimited = (text: string, from: number): number => {
  const end = endOfDelimited(text, from)
  return typeof end === 'number' ? end + 1 : resumeAt(text, Math.max(0, end.at - 1))
}

/**
 * The entries of a BibTeX file, one after another. Text between them is a comment; a broken entry ends where the next
 * begins. Time is linear: nothing is read twice.
 */
export function* bibEntries(text: string): Generator<BibEntry> {
  const strings = createBibStrings()
  const lineAt = countLines(text)
  let at = text.indexOf('@')
  while (at >= 0) {
    const match = matchAt(start, text, at)
    const inside = start.lastIndex
    const type = match?.[1]?.toLowerCase()
    if (type === undefined) at += 1
    else if (type === 'comment' || type === 'preamble') at = skipDelimited(text, inside - 1)
    else if (type === 'string') at = defineStrings(text, inside, strings)
    else {
      const line = lineAt(at)
      const { key, end } = readKey(text, inside)
      const body = readBody(text, end, strings)
      const cut = matchAt(lostField, text, body.end)
        ? ['A brace closes the entry before its last field.']
        : []
      yield {
        type,
        ...(key === undefined ? {} : { key }),
        fields: body.fields,
        line,
        problems: [...body.problems, ...cut],
      }
      at = body.end
    }
    at = text.indexOf('@', at)
  }
}
