import { isUtf8 } from 'node:buffer'
import { CuttingsError } from '#shared/errors'
import { decodeText } from '../text/decodeText'

/** Bytes of the header of a mail, or of one of its parts. */
export const longestHeader = 2 * 1024 * 1024

/** One header field (RFC 5322, 2.2), as it stands: folded, undecoded. */
export interface Header {
  /** In lower case. */
  readonly name: string
  readonly raw: Uint8Array
}

export interface HeaderBlock {
  readonly headers: readonly Header[]
  /** Where the body begins. */
  readonly bodyAt: number
}

const lineFeed = 0x0a
const fieldName = /^([!-9;-~]+)[ \t]*:/
/** Bytes of a line in which its name has to be found. */
const nameLength = 200

const isFold = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09

const endOfLine = (bytes: Uint8Array, at: number, to: number): number => {
  const end = bytes.indexOf(lineFeed, at)
  return end < 0 || end >= to ? to : end + 1
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

const isBlank = (bytes: Uint8Array, at: number, end: number): boolean =>
  /^[\r\n]*$/.test(latin1(bytes.subarray(at, Math.min(end, at + 3))))

/** A mailbox's first line, which some programs leave at the top of a message (RFC 4155). */
const isMailboxLine = (bytes: Uint8Array, at: number): boolean =>
  /^>?From /.test(latin1(bytes.subarray(at, at + 6)))

/**
 * The header fields in `[from, to)`, up to a blank line, or up to a line that is none of them. Throws `limit`.
 */
export const readHeaderBlock = (bytes: Uint8Array, from: number, to: number): HeaderBlock => {
  const headers: Header[] = []
  let at = isMailboxLine(bytes, from) ? endOfLine(bytes, from, to) : from
  while (at < to) {
    let end = endOfLine(bytes, at, to)
    if (isBlank(bytes, at, end)) return { headers, bodyAt: end }
    const [whole, name] = fieldName.exec(latin1(bytes.subarray(at, Math.min(end, at + nameLength)))) ?? []
    if (whole === undefined || name === undefined) return { headers, bodyAt: at }
    while (end < to && isFold(bytes[end])) end = endOfLine(bytes, end, to)
    if (end - from > longestHeader)
      throw new CuttingsError('limit', { what: 'bytes in the header', most: longestHeader })
    headers.push({ name: name.toLowerCase(), raw: bytes.subarray(at + whole.length, end) })
    at = end
  }
  return { headers, bodyAt: to }
}

/** The field's text, unfolded. Bytes beyond ASCII are UTF-8 (RFC 6532), or what old programs wrote: a guess. */
export const headerText = ({ raw }: Header): string => {
  const text = isUtf8(raw) ? Buffer.from(raw).toString('utf8') : guessedText(raw)
  return text
    .replace(/\r?\n|\r/g, '')
    .replaceAll('\0', '')
    .trim()
}

const guessedText = (raw: Uint8Array): string => {
  try {
    return [...decodeText(raw).chunks()].join('')
  } catch {
    // Not a text in any charset: then each byte for itself.
    return latin1(raw)
  }
}

/** The first field of a name that says something; undefined where there is none. */
export const headerOf = (headers: readonly Header[], name: string): string | undefined => {
  for (const header of headers) {
    const text = header.name === name ? headerText(header) : ''
    if (text !== '') return text
  }
  return undefined
}
