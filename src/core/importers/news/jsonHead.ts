import { looksLikeText } from '../text/decodeText'
import { byteOrderMark } from '../text/byteOrderMark'

/** Names of the first object of a JSON text, in lower case, each with its value where that is a string. */
export type JsonHead = ReadonlyMap<string, string | undefined>

const decodeHead = (head: Uint8Array): string => {
  const mark = byteOrderMark(head)
  const charset = mark?.charset.startsWith('utf-16') ? mark.charset : 'utf-8'
  return new TextDecoder(charset).decode(head.subarray(mark?.length ?? 0))
}

/** A string, a bracket or a brace, a colon or a comma; whatever stands between them is passed over. */
const token = /"((?:[^"\\]|\\.)*)"|[{}[\]:,]/gs

const unescaped = (raw: string): string => {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw
  }
}

interface Reading {
  readonly names: Map<string, string | undefined>
  /** Names of objects on the way in, such as `standard`. */
  readonly path: string[]
  name: string | undefined
  isValue: boolean
}

/** Notes a string as a name or as the value of one: `standard.name` for what is one level further in. */
const noteString = (reading: Reading, text: string): void => {
  const { names, path, name, isValue } = reading
  if (!isValue) {
    reading.name = text.toLowerCase()
    return
  }
  if (name === undefined) return
  names.set([...path, name].join('.'), text)
}

/**
 * What the beginning of a JSON text says of itself, however it is cut off: of an array, or of several texts one per line,
 * its first object. Undefined for what does not begin as JSON objects do.
 */
export const jsonHead = (head: Uint8Array): JsonHead | undefined => {
  if (!looksLikeText(head)) return undefined
  const text = decodeHead(head)
  const start = /^\s*\[?\s*\{/.exec(text)
  if (!start) return undefined
  const reading: Reading = { names: new Map(), path: [], name: undefined, isValue: false }
  let depth = 1
  let arrays = 0
  for (const [found, string] of text.slice(start[0].length).matchAll(token)) {
    if (depth === 0) break
    if (found === '[') arrays += 1
    else if (found === ']') arrays = Math.max(0, arrays - 1)
    else if (arrays > 0) continue
    else if (string !== undefined) {
      if (depth <= 2) noteString(reading, unescaped(string))
    } else if (found === '{') {
      if (depth === 1 && reading.name !== undefined) reading.path.push(reading.name)
      depth += 1
      reading.isValue = false
    } else if (found === '}') {
      depth -= 1
      if (depth === 1) reading.path.pop()
    } else reading.isValue = found === ':'
    if (found === ':' && depth === 1 && reading.name !== undefined && !reading.names.has(reading.name))
      reading.names.set(reading.name, undefined)
  }
  return reading.names
}
