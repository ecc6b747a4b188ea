import iconv from 'iconv-lite'
import { byteOrderMark } from '../text/byteOrderMark'

/** A piece of XML after the other as text. */
export interface XmlDecoder {
  readonly write: (bytes: Uint8Array) => string
  readonly end: () => string
}

/** The declaration stands in the first bytes, which are ASCII in every charset that it can name. */
const statedCharset = (head: Uint8Array): string | undefined =>
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    Buffer.from(head.subarray(0, 300)).toString('latin1'),
  )?.[1]

const charsetOf = (head: Uint8Array): string => {
  const mark = byteOrderMark(head)
  if (mark) return mark.charset
  const stated = statedCharset(head)
  // Bytes that can be read as ASCII are not UTF-16, whatever they say.
  return stated && iconv.encodingExists(stated) && !/^(?:utf|ucs)-?(?:16|32|2|4)/i.test(stated)
    ? stated
    : 'utf-8'
}

/** Decodes XML by its byte order mark or declaration, else as UTF-8 (XML 1.0, appendix F). `head` is its beginning. */
export const createXmlDecoder = (head: Uint8Array): XmlDecoder => {
  const decoder = iconv.getDecoder(charsetOf(head))
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    end: () => decoder.end() ?? '',
  }
}

/** A whole XML file as text. */
export const decodeXml = (bytes: Uint8Array): string => {
  const decoder = createXmlDecoder(bytes)
  return decoder.write(bytes) + decoder.end()
}
