import { CuttingsError } from '#shared/errors'
import { decodeText, type DecodedText } from '../text/decodeText'

/** Objects and arrays inside each other, at most. */
export const deepestJson = 512

/** Items of one file, at most. */
export const mostItems = 10_000

const quote = 0x22
const backslash = 0x5c

/** Throws `limit` for a text that is nested beyond reason, before anything is made of it. */
export const refuseDeepJson = (text: string): void => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === backslash) at += 1
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepestJson)
        throw new CuttingsError('limit', { what: 'levels inside each other', most: deepestJson })
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
}

/** One value of a file, or the name of the line that is none. */
export type JsonItem = { readonly value: unknown } | { readonly broken: string }

export interface JsonFile extends Pick<DecodedText, 'charset' | 'doubts'> {
  readonly items: readonly JsonItem[]
  /** Whether each line is a text of its own (JSON Lines). */
  readonly byLine: boolean
}

const parsed = (text: string): JsonItem | undefined => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

const refuseMany = (count: number): void => {
  if (count > mostItems) throw new CuttingsError('limit', { what: 'items', most: mostItems })
}

/** A file whose first line is no whole value is not written line by line: it is one value, and damaged. */
const damaged = (): CuttingsError =>
  new CuttingsError('damaged-file', { reason: 'it is not valid JSON, or it ends too early' })

const readLines = (text: string): readonly JsonItem[] => {
  const items: JsonItem[] = []
  let number = 0
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? undefined : end)
    from = end < 0 ? text.length : end + 1
    number += 1
    if (line.trim() === '') continue
    const item = parsed(line)
    if (!item && items.length === 0) throw damaged()
    items.push(item ?? { broken: `line ${number}` })
    refuseMany(items.length)
  }
  if (items.length === 0) throw damaged()
  return items
}

/** The values of a JSON file: one, those of an array, or one per line. Throws `damaged-file` and `limit`. */
export const readJsonItems = (bytes: Uint8Array): JsonFile => {
  const { chunks, charset, doubts } = decodeText(bytes)
  const text = [...chunks()].join('')
  refuseDeepJson(text)
  const whole = parsed(text)
  if (!whole) return { items: readLines(text), byLine: true, charset, doubts }
  const value = 'value' in whole ? whole.value : undefined
  if (!Array.isArray(value)) return { items: [whole], byLine: false, charset, doubts }
  refuseMany(value.length)
  return { items: value.map((one: unknown) => ({ value: one })), byLine: false, charset, doubts }
}
