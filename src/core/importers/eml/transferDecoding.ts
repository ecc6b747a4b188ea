import { decodeUuencode } from './uuencode'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = Int8Array.from({ length: 256 }, (_, byte) => alphabet.indexOf(String.fromCharCode(byte)))
const padding = 0x3d

/** Base64 (RFC 2045, 6.8): other characters are passed over, and padding ends a run, after which another may begin. */
const decodeBase64 = (bytes: Uint8Array): Uint8Array => {
  const decoded = new Uint8Array(Math.ceil(bytes.length / 4) * 3)
  let length = 0
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    const value = byte === padding ? -1 : (sextets[byte] ?? -1)
    if (byte === padding) held = 0
    if (value < 0) continue
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held < 8) continue
    held -= 8
    decoded[length] = (bits >>> held) & 0xff
    length += 1
  }
  return decoded.subarray(0, length)
}

const hexValue = (byte: number | undefined): number =>
  byte === undefined ? NaN : Number.parseInt(String.fromCharCode(byte), 16)

const lineFeed = 0x0a
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d

/** Where a line break that `=` hides ends; undefined where what follows is none. */
const softBreak = (bytes: Uint8Array, at: number): number | undefined => {
  let next = at
  while (isSpace(bytes[next])) next += 1
  return next >= bytes.length || bytes[next] === lineFeed ? next + 1 : undefined
}

/** Quoted-printable (RFC 2045, 6.7); an `=` that is none stays as it stands. */
const decodeQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const decoded = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === padding) {
      const value = hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2])
      const after = Number.isNaN(value) ? softBreak(bytes, at + 1) : undefined
      if (after !== undefined) {
        at = after - 1
        continue
      }
      if (!Number.isNaN(value)) at += 2
      decoded[length] = Number.isNaN(value) ? byte : value
    } else decoded[length] = byte
    length += 1
  }
  return decoded.subarray(0, length)
}

export interface Decoded {
  readonly bytes: Uint8Array
  /** The name of an encoding that is none, so that the bytes are as they stand. */
  readonly unknown?: string
}

/** Undoes a part's Content-Transfer-Encoding; what follows its first word is not looked at. */
export const decodeTransfer = (bytes: Uint8Array, stated: string): Decoded => {
  const encoding = /^[^\s;,()]*/.exec(stated.toLowerCase().trim())?.[0] ?? ''
  if (encoding === 'base64') return { bytes: decodeBase64(bytes) }
  if (encoding === 'quoted-printable') return { bytes: decodeQuotedPrintable(bytes) }
  if (/^(?:x-)?uu(?:e|encode)$/.test(encoding)) return { bytes: decodeUuencode(bytes) ?? bytes }
  const known = encoding === '' || /^(?:7-?bits?|8-?bits?|binary)$/.test(encoding)
  return known ? { bytes } : { bytes, unknown: stated }
}

/** Base64 and Q of encoded words (RFC 2047, 4). */
export const decodeWordBytes = (encoding: string, text: string): Uint8Array => {
  const bytes = Buffer.from(encoding === 'q' ? text.replaceAll('_', ' ') : text, 'latin1')
  return encoding === 'q' ? decodeQuotedPrintable(bytes) : decodeBase64(bytes)
}
