import { CuttingsError } from '#shared/errors'
import { headerOf, readHeaderBlock, type Header } from './headerBlock'
import { readParameters, type Parametrised } from './parameters'

/** Parts of one mail, and parts inside each other, at most (security: limits for foreign bytes). */
export const mostParts = 5000
export const deepest = 20

/** One part of a mail, or the mail itself: headers, and where its body stands. */
export interface MimePart {
  readonly headers: readonly Header[]
  readonly type: Parametrised
  readonly disposition: Parametrised
  readonly from: number
  readonly to: number
  /** Of a multipart; empty for any other, and where its parts can't be told apart. */
  readonly parts: readonly MimePart[]
  /** Whether the boundary of its parts is a guess. */
  readonly isGuessed: boolean
  /** 1..n among the parts that have no parts, in the order of the mail. */
  readonly number: number
}

const lineFeed = 0x0a

interface Delimiter {
  /** Where its line begins, and the next one. */
  readonly from: number
  readonly after: number
  readonly isLast: boolean
}

/** The next line that is a delimiter of the boundary and nothing else (RFC 2046, 5.1.1). */
const nextDelimiter = (bytes: Buffer, mark: Buffer, at: number, to: number): Delimiter | undefined => {
  for (let found = bytes.indexOf(mark, at); found >= 0 && found + mark.length <= to;) {
    const lineEnd = bytes.indexOf(lineFeed, found)
    const after = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1
    const rest = bytes.toString('latin1', found + mark.length, Math.min(after, found + mark.length + 100))
    const startsLine = found === at || bytes[found - 1] === lineFeed
    if (startsLine && /^(?:--)?[ \t]*\r?\n?$/.test(rest))
      return { from: found, after, isLast: rest.startsWith('--') }
    found = bytes.indexOf(mark, after)
  }
  return undefined
}

/** The line break before a delimiter belongs to the delimiter. */
const withoutBreak = (bytes: Buffer, from: number, to: number): number => {
  if (to <= from || bytes[to - 1] !== lineFeed) return to
  return to - 1 > from && bytes[to - 2] === 0x0d ? to - 2 : to - 1
}

function* rangesOf(
  bytes: Buffer,
  boundary: string,
  from: number,
  to: number,
): Generator<readonly [number, number]> {
  const mark = Buffer.from(`--${boundary}`)
  let open = nextDelimiter(bytes, mark, from, to)
  while (open && !open.isLast) {
    const close = nextDelimiter(bytes, mark, open.after, to)
    yield [open.after, close ? withoutBreak(bytes, open.after, close.from) : to]
    open = close
  }
}

/** The first line of a body that can be a delimiter, within these bytes. */
const guessLength = 4096
const delimiterLine = /^--([^\s-][^\r\n]{0,69})\r?$/m

/** The parts of a multipart by its boundary; where that is missing or wrong by the first line that looks like one. */
const partRanges = (
  bytes: Buffer,
  boundary: string | undefined,
  from: number,
  to: number,
): { readonly ranges: Iterable<readonly [number, number]>; readonly isGuessed: boolean } => {
  if (boundary && nextDelimiter(bytes, Buffer.from(`--${boundary}`), from, to))
    return { ranges: rangesOf(bytes, boundary, from, to), isGuessed: false }
  const beginning = bytes.toString('latin1', from, Math.min(to, from + guessLength))
  const guess = delimiterLine.exec(beginning)?.[1]?.trimEnd()
  if (guess === undefined) return { ranges: [], isGuessed: false }
  return { ranges: rangesOf(bytes, guess, from, to), isGuessed: true }
}

const typeOf = (stated: string | undefined, inDigest: boolean): Parametrised => {
  const read = readParameters(stated ?? '')
  if (/^[^/\s]+\/[^/\s]+$/.test(read.value)) return read
  return { value: inDigest ? 'message/rfc822' : 'text/plain', parameters: read.parameters }
}

/** Past a byte order mark and blank lines, which editors leave at the top. */
const beginning = (bytes: Buffer): number => {
  let at = bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0
  while (bytes[at] === lineFeed || bytes[at] === 0x0d) at += 1
  return at
}

/** Reads the structure of a mail from its bytes; what is in the parts is not looked at. Throws `limit`. */
export const readMimeTree = (bytes: Buffer): MimePart => {
  let count = 0
  let leaves = 0

  const readPart = (from: number, to: number, depth: number, inDigest: boolean): MimePart => {
    count += 1
    if (count > mostParts) throw new CuttingsError('limit', { what: 'parts', most: mostParts })
    if (depth > deepest) throw new CuttingsError('limit', { what: 'parts inside each other', most: deepest })
    const { headers, bodyAt } = readHeaderBlock(bytes, from, to)
    const type = typeOf(headerOf(headers, 'content-type'), inDigest)
    const disposition = readParameters(headerOf(headers, 'content-disposition') ?? '')
    const { ranges, isGuessed } = type.value.startsWith('multipart/')
      ? partRanges(bytes, type.parameters.get('boundary'), bodyAt, to)
      : { ranges: [], isGuessed: false }
    const parts: MimePart[] = []
    for (const [start, end] of ranges)
      parts.push(readPart(start, end, depth + 1, type.value === 'multipart/digest'))
    if (parts.length === 0) leaves += 1
    return {
      headers,
      type,
      disposition,
      from: bodyAt,
      to,
      parts,
      isGuessed,
      number: parts.length === 0 ? leaves : 0,
    }
  }

  return readPart(beginning(bytes), bytes.length, 0, false)
}
