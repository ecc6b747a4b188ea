import { cleanText } from '../text/cleanText'
import type { InnerFile } from '../types'
import { decodeWords } from './encodedWords'
import { headerOf, readHeaderBlock } from './headerBlock'
import type { MimePart } from './mimeTree'
import { partContent } from './partContent'
import { statedName } from './sortParts'

/** Endings for parts that state no name. */
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/tiff': 'tif',
  'image/svg+xml': 'svg',
  'image/heic': 'heic',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/rfc822-headers': 'txt',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/ms-tnef': 'dat',
}

const longestName = 1000

/** A file that a part of a mail is, under a name that no other file of the mail has. */
export interface MailFile {
  readonly part: MimePart
  readonly name: string
}

const isMessage = (part: MimePart): boolean => /^message\/(?:rfc822|global)$/.test(part.type.value)

const subjectOf = (mail: Buffer, part: MimePart): string | undefined => {
  const { bytes } = partContent(mail, part)
  const { headers } = readHeaderBlock(bytes, 0, bytes.length)
  return cleanText(decodeWords(headerOf(headers, 'subject') ?? '')) || undefined
}

/** The last part of a Content-Location, where it looks like the name of a file. */
const locationName = (part: MimePart): string | undefined =>
  /(?:^|[/\\])([^/\\?#:]+\.[a-z0-9]{2,5})$/i.exec(headerOf(part.headers, 'content-location') ?? '')?.[1]

const nameOf = (mail: Buffer, part: MimePart): string => {
  const stated = cleanText(statedName(part) ?? locationName(part) ?? '').slice(0, longestName)
  const number = `part-${part.number}`
  if (isMessage(part)) {
    const name = stated || (subjectOf(mail, part)?.slice(0, longestName) ?? number)
    return /\.eml$/i.test(name) ? name : `${name}.eml`
  }
  return stated || `${number}.${endings[part.type.value] ?? 'bin'}`
}

const numbered = (name: string, number: number): string => {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)}-${number}${name.slice(dot)}` : `${name}-${number}`
}

/** Names the files of a mail, as they are stated; where a name comes again a number is added, so that slots can name one. */
export const nameFiles = (mail: Buffer, parts: readonly MimePart[]): readonly MailFile[] => {
  const taken = new Map<string, number>()
  return parts.map((part) => {
    const stated = nameOf(mail, part)
    let name = stated
    let number = taken.get(stated) ?? 1
    while (taken.has(name)) name = numbered(stated, (number += 1))
    taken.set(stated, number)
    taken.set(name, 1)
    return { part, name }
  })
}

const partSize = 256 * 1024

function* inParts(mail: Buffer, part: MimePart): Generator<Uint8Array> {
  const { bytes } = partContent(mail, part)
  for (let at = 0; at < bytes.length; at += partSize) yield bytes.subarray(at, at + partSize)
}

/** A file of a mail as an inner file: decoded when it is asked for. */
export const toInnerFile = (mail: Buffer, { part, name }: MailFile): InnerFile => ({
  kind: 'file',
  name,
  parts: inParts(mail, part),
})
