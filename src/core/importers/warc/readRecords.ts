import { CuttingsError } from '#shared/errors'
import { readHeaders, type MimeHeaders } from '../mhtml/mimeHeaders'
import type { ByteStream } from './byteStream'
import { utcTime } from '../utcTime'

/** One record of a web archive. Its block has to be taken before the next record is asked for, or is passed over. */
export interface WebRecord {
  /** `response`, `resource`, `revisit`, `warcinfo` ...; of ARC all are responses. */
  readonly recordType: string
  readonly headers: MimeHeaders
  readonly url: string | undefined
  /** ISO 8601 in UTC. */
  readonly at: string | undefined
  readonly mediaType: string
  readonly length: number
  /** Undefined for more than `most` bytes. Throws `damaged-file` where the file ends before it. */
  readonly block: (most: number) => Promise<Buffer | undefined>
}

/** Records of one file, at most. */
export const mostRecords = 100_000

const damaged = (reason: string): CuttingsError => new CuttingsError('damaged-file', { reason })
const endsEarly = 'it ends in the middle of a record'

const instant = (text: string | undefined): string | undefined => utcTime(new Date(text ?? ''))

const lengthOf = (text: string | undefined): number => {
  if (!/^\d{1,15}$/.test(text ?? '')) throw damaged('a record does not say how long it is')
  return Number(text)
}

type Head = Omit<WebRecord, 'block'>

const headerLines = async (stream: ByteStream): Promise<string> => {
  const lines: string[] = []
  for (let line = await stream.line(); line !== undefined && line !== ''; line = await stream.line()) {
    lines.push(line)
    if (lines.length > 1000) throw damaged('the header of a record does not end')
  }
  return lines.join('\n')
}

/** WARC 1.0 and 1.1 (ISO 28500), 4 and 5. */
const readWarcHead = async (stream: ByteStream): Promise<Head> => {
  const headers = readHeaders(await headerLines(stream))
  return {
    recordType: headers.get('warc-type')?.toLowerCase() ?? '',
    headers,
    // WARC 1.0 showed addresses in angle brackets, and programs wrote them.
    url: headers.get('warc-target-uri')?.replace(/^<|>$/g, ''),
    at: instant(headers.get('warc-date')),
    mediaType: headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
    length: lengthOf(headers.get('content-length')),
  }
}

/** `20140216050221` */
const arcDate = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/

/** A line of ARC 1 or 2: address, IP address, date, type, (more,) length. */
const readArcHead = (line: string): Head | undefined => {
  const fields = line.split(' ')
  const [url = '', , date = '', type = ''] = fields
  if (fields.length < 5 || !/^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined
  return {
    recordType: url.startsWith('filedesc:') ? 'warcinfo' : 'response',
    headers: new Map(),
    url,
    at: instant(date.replace(arcDate, '$1-$2-$3T$4:$5:$6Z')),
    mediaType: /^https?:/i.test(url) ? 'application/http' : type.toLowerCase(),
    length: lengthOf(fields.at(-1)),
  }
}

/** The next head; undefined at the end. */
const nextHead = async (stream: ByteStream): Promise<Head | undefined> => {
  let line = await stream.line()
  // Two line ends follow a record, and some programs write one or three.
  for (let blank = 0; line === '' && blank < 8; blank += 1) line = await stream.line()
  if (line === undefined) return undefined
  if (/^WARC\/\d/.test(line)) return readWarcHead(stream)
  const head = readArcHead(line)
  if (!head) throw damaged('a record does not begin where the one before it ends')
  return head
}

/** The records of a WARC or ARC file one after another. Throws `damaged-file` and `limit`. */
export async function* readRecords(stream: ByteStream): AsyncGenerator<WebRecord> {
  let count = 0
  for (let head = await nextHead(stream); head; head = await nextHead(stream)) {
    count += 1
    if (count > mostRecords) throw new CuttingsError('limit', { what: 'records', most: mostRecords })
    const { length } = head
    let taken = false
    const block = async (most: number): Promise<Buffer | undefined> => {
      if (length > most) return undefined
      taken = true
      const bytes = await stream.take(length)
      if (bytes.length < length) throw damaged(endsEarly)
      return bytes
    }
    yield { ...head, block }
    if (!taken && (await stream.skip(length)) < length) throw damaged(endsEarly)
  }
}
