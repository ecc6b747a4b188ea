import { CuttingsError } from '#shared/errors'
import { checkFieldLength } from '../cslJson/referenceLimits'

/** Fields of one record; a paper with three thousand authors stays below. */
export const mostFields = 10_000

/** One record: its fields in the order of the file. */
export interface RisRecord {
  readonly type: string
  /** Tag and value; a value of several lines has LF in it. */
  readonly fields: readonly (readonly [string, string])[]
  /** On which it begins, from 1. */
  readonly line: number
  /** Whether `ER` ends it. */
  readonly closed: boolean
}

/** Two spaces, a hyphen and one more, as the specification has it; programs leave one out, or the last one. */
const tagLine = /^\s{0,3}([A-Z][A-Z0-9]) {1,3}-(?: (.*)|)$/s

function* linesOf(text: string): Generator<string> {
  const end = /\r\n?|[\n\u0085\u2028]/g
  let at = 0
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(at, found.index)
    at = end.lastIndex
  }
  yield text.slice(at)
}

interface OpenRecord extends Omit<RisRecord, 'closed' | 'fields'> {
  readonly fields: [string, string][]
}

/** A line without a tag goes on with the value before it. */
const continueField = (fields: readonly [string, string][], line: string): void => {
  const field = fields.at(-1)
  if (!field) return
  checkFieldLength(field[1].length + line.length)
  field[1] = `${field[1]}\n${line.trim()}`
}

/**
 * The records of a RIS file, one after another: from `TY` to `ER`, or to the next `TY` where `ER` is missing. What stands
 * between records (banners of databases) is passed over.
 */
export function* risRecords(text: string): Generator<RisRecord> {
  let open: OpenRecord | undefined
  let number = 0
  for (const line of linesOf(text)) {
    number += 1
    const [, tag, value = ''] = tagLine.exec(line) ?? []
    checkFieldLength(line.length)
    if (tag === 'TY') {
      if (open) yield { ...open, closed: false }
      open = { type: value.trim(), fields: [], line: number }
    } else if (!open) continue
    else if (tag === 'ER') {
      yield { ...open, closed: true }
      open = undefined
    } else if (tag === undefined) continueField(open.fields, line)
    else {
      open.fields.push([tag, value])
      if (open.fields.length > mostFields)
        throw new CuttingsError('limit', { what: 'fields of a record', most: mostFields })
    }
  }
  if (open) yield { ...open, closed: false }
}
