import { CuttingsError } from '#shared/errors'

/** What RTF consists of (Rich Text Format 1.9.1, 'RTF Syntax'). */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | undefined }
  /** A control that is a sign and no letter: `\~`, `\-`, `\*`. */
  | { readonly type: 'sign'; readonly sign: string }
  /** `\'hh`. */
  | { readonly type: 'byte'; readonly byte: number }
  /** What follows `\\bin`: bytes that are no RTF. */
  | { readonly type: 'data'; readonly bytes: Uint8Array }
  /** Bytes as they stand, in the charset of the present font. */
  | { readonly type: 'text'; readonly bytes: Uint8Array }

/** Groups inside each other, at most. */
export const deepestGroup = 512

const [backslash, open, close, lineFeed, carriageReturn] = [0x5c, 0x7b, 0x7d, 0x0a, 0x0d]

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

const isPlain = (byte: number): boolean =>
  byte !== backslash && byte !== open && byte !== close && byte !== lineFeed && byte !== carriageReturn

/** Longer names and numbers are none of RTF's. */
const longestName = 64
const longestNumber = 11

interface Read {
  readonly token: RtfToken | undefined
  readonly next: number
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

const readWord = (bytes: Uint8Array, at: number): Read => {
  let end = at
  while (isLetter(bytes[end]) && end - at < longestName) end += 1
  const name = latin(bytes, at, end)
  const numberAt = end
  if (bytes[end] === 0x2d && isDigit(bytes[end + 1])) end += 1
  while (isDigit(bytes[end]) && end - numberAt < longestNumber) end += 1
  const value = end > numberAt ? Number.parseInt(latin(bytes, numberAt, end), 10) : undefined
  // One space ends the word and is no text.
  const next = bytes[end] === 0x20 ? end + 1 : end
  // Data that is not text follows as it is.
  if (name === 'bin') {
    const dataEnd = next + Math.max(0, value ?? 0)
    return { token: { type: 'data', bytes: bytes.subarray(next, dataEnd) }, next: dataEnd }
  }
  return { token: { type: 'word', name, value }, next }
}

const readControl = (bytes: Uint8Array, at: number): Read => {
  const byte = bytes[at]
  if (byte === undefined) return { token: undefined, next: at }
  if (isLetter(byte)) return readWord(bytes, at)
  if (byte === 0x27) {
    const value = Number.parseInt(latin(bytes, at + 1, at + 3), 16)
    return { token: Number.isNaN(value) ? undefined : { type: 'byte', byte: value }, next: at + 3 }
  }
  // A line that is ended by a backslash ends a paragraph.
  if (byte === lineFeed || byte === carriageReturn)
    return { token: { type: 'word', name: 'par', value: undefined }, next: at + 1 }
  return { token: { type: 'sign', sign: String.fromCharCode(byte) }, next: at + 1 }
}

/** The tokens of an RTF file in their order. Throws `limit` where groups are nested beyond reason. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let depth = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]
    if (byte === open) {
      depth += 1
      if (depth > deepestGroup)
        throw new CuttingsError('limit', { what: 'groups inside each other', most: deepestGroup })
      yield { type: 'open' }
      at += 1
    } else if (byte === close) {
      depth -= 1
      yield { type: 'close' }
      // What follows the last group is no part of the document.
      if (depth <= 0) return
      at += 1
    } else if (byte === backslash) {
      const { token, next } = readControl(bytes, at + 1)
      if (token) yield token
      at = next
    } else if (byte === lineFeed || byte === carriageReturn) at += 1
    else {
      let end = at + 1
      while (end < bytes.length && isPlain(bytes[end] ?? backslash)) end += 1
      yield { type: 'text', bytes: bytes.subarray(at, end) }
      at = end
    }
  }
}
