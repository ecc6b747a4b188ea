import { CuttingsError } from '#shared/errors'
import { decodeTransfer } from './decodeTransfer'
import { readContentType, readHeaders, type ContentType, type MimeHeaders } from './mimeHeaders'

/** One part that holds no others. */
export interface MimePart {
  readonly headers: MimeHeaders
  readonly type: ContentType
  /** Decoded when it is asked for. */
  readonly bytes: () => Uint8Array
}

export interface MimeMessage {
  readonly headers: MimeHeaders
  readonly type: ContentType
  readonly parts: readonly MimePart[]
  /** Whether the boundary that ends it was missing. */
  readonly cutOff: boolean
}

/** Parts of a message, and of parts inside each other, at most (security: limits for foreign bytes). */
export const mostParts = 5000
export const deepestParts = 20

/** Bytes of one header, at most. */
const longestHeader = 256 * 1024

interface Split {
  readonly headers: MimeHeaders
  readonly body: Buffer
}

/** A header and what follows it after an empty line. */
const splitHeader = (bytes: Buffer): Split => {
  const head = bytes.subarray(0, longestHeader).toString('latin1')
  const blank = /^\r?\n|\r?\n\r?\n/.exec(head)
  const end = blank ? blank.index + blank[0].length : bytes.length
  return { headers: readHeaders(head.slice(0, blank?.index ?? head.length)), body: bytes.subarray(end) }
}

const isLineStart = (bytes: Buffer, at: number): boolean => at === 0 || bytes[at - 1] === 0x0a

/** Where the line break before a boundary begins: it belongs to the boundary (RFC 2046, 5.1.1). */
const beforeBreak = (bytes: Buffer, at: number): number =>
  at > 1 && bytes[at - 2] === 0x0d ? at - 2 : Math.max(0, at - 1)

/** The rest of a boundary's line: `--` where it is the last, white space, and the line break. Undefined for other text. */
const endOfBoundary = (
  bytes: Buffer,
  from: number,
): { readonly end: number; readonly isLast: boolean } | undefined => {
  const isLast = bytes[from] === 0x2d && bytes[from + 1] === 0x2d
  let at = isLast ? from + 2 : from
  while (at < from + 100 && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d)) at += 1
  return at >= bytes.length || bytes[at] === 0x0a ? { end: at + 1, isLast } : undefined
}

interface Pieces {
  readonly pieces: readonly Buffer[]
  readonly closed: boolean
}

const cutAt = (bytes: Buffer, boundary: string): Pieces => {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const pieces: Buffer[] = []
  let from = -1
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    const line = isLineStart(bytes, at) ? endOfBoundary(bytes, at + mark.length) : undefined
    if (!line) continue
    if (from >= 0) pieces.push(bytes.subarray(from, Math.max(from, beforeBreak(bytes, at))))
    if (pieces.length > mostParts) throw new CuttingsError('limit', { what: 'parts', most: mostParts })
    if (line.isLast) return { pieces, closed: true }
    from = line.end
  }
  if (from >= 0) pieces.push(bytes.subarray(from))
  return { pieces, closed: false }
}

/** Takes a MIME message apart to the parts that hold no others (RFC 2046), with their headers. Nothing is decoded yet. */
export const splitMessage = (bytes: Buffer): MimeMessage => {
  const message = splitHeader(bytes)
  const parts: MimePart[] = []
  let cutOff = false
  const visit = ({ headers, body }: Split, depth: number): void => {
    const type = readContentType(headers.get('content-type'))
    const boundary = type.parameters.get('boundary')
    if (!type.mediaType.startsWith('multipart/') || !boundary) {
      const encoding = headers.get('content-transfer-encoding')
      parts.push({ headers, type, bytes: () => decodeTransfer(body, encoding) })
      if (parts.length > mostParts) throw new CuttingsError('limit', { what: 'parts', most: mostParts })
      return
    }
    if (depth >= deepestParts)
      throw new CuttingsError('limit', { what: 'parts inside each other', most: deepestParts })
    const { pieces, closed } = cutAt(body, boundary)
    cutOff ||= !closed
    for (const piece of pieces) visit(splitHeader(piece), depth + 1)
  }
  visit(message, 0)
  const { headers } = message
  return { headers, type: readContentType(headers.get('content-type')), parts, cutOff }
}
