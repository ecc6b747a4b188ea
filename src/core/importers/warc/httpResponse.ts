import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { readContentType, readHeaders, type ContentType } from '../mhtml/mimeHeaders'

export interface HttpResponse {
  readonly status: number
  readonly type: ContentType
  /** As it was sent, which is what a payload's digest is of. */
  readonly sent: Buffer
  /** Without the parts of `Transfer-Encoding: chunked`. */
  readonly joined: Buffer
  /** Unpacked; undefined where it cannot be, or has more than `most` bytes. */
  readonly content: (most: number) => Buffer | undefined
}

/** Joins the parts of a chunked body (RFC 9112, 7.1); undefined where it is not chunked, as crawlers often store it. */
const joinChunks = (body: Buffer): Buffer | undefined => {
  const chunks: Buffer[] = []
  for (let at = 0; at < body.length;) {
    const head = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i.exec(
      body.toString('latin1', at, at + 256),
    )
    if (!head) return undefined
    const length = Number.parseInt(head[1] ?? '', 16)
    const from = at + head[0].length
    if (length === 0) return Buffer.concat(chunks)
    if (from + length > body.length) return undefined
    chunks.push(body.subarray(from, from + length))
    at = from + length
    if (body[at] === 0x0d) at += 1
    if (body[at] === 0x0a) at += 1
  }
  return undefined
}

const unpack = (body: Buffer, encoding: string, most: number): Buffer | undefined => {
  const options = { maxOutputLength: most }
  switch (encoding) {
    case '':
    case 'identity':
      return body.length <= most ? body : undefined
    case 'gzip':
    case 'x-gzip':
      // Some crawlers unpack what they store and keep the header.
      return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, options) : body
    case 'deflate':
      return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, options) : inflateRawSync(body, options)
    case 'br':
      return brotliDecompressSync(body, options)
    default:
      return undefined
  }
}

/** A response as a web archive holds it: status line, header, body. Undefined for what is none. */
export const readHttpResponse = (block: Buffer): HttpResponse | undefined => {
  const head = block.toString('latin1', 0, 256 * 1024)
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})\b/.exec(head)
  const blank = /\r?\n\r?\n/.exec(head)
  if (!status || !blank) return undefined
  const headers = readHeaders(head.slice(head.indexOf('\n') + 1, blank.index))
  const sent = block.subarray(blank.index + blank[0].length)
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')
  const joined = (isChunked ? joinChunks(sent) : undefined) ?? sent
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  return {
    status: Number(status[1]),
    type: readContentType(headers.get('content-type')),
    sent,
    joined,
    content: (most) => {
      try {
        return unpack(joined, encoding, most)
      } catch {
        // Damaged, or larger than the limit.
        return undefined
      }
    },
  }
}
