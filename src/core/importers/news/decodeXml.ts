import { isUtf8 } from 'node:buffer'
import type { Doubt } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { byteOrderMark } from '../text/byteOrderMark'
import { decodeChunks } from '../text/decodeChunks'
import { decodeText, looksLikeText } from '../text/decodeText'
import { unmarkedUtf16 } from '../text/unmarkedUtf16'
import { isSingleByte, xmlCharset } from './xmlCharsets'

export interface DecodedXml {
  readonly text: string
  readonly charset: NonNullable<ParsedArticle['charset']>
  readonly doubts: readonly Doubt[]
}

/** Bytes in which an XML declaration has its end. */
const declarationLength = 1024

const declaredName = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, declarationLength)).toString('latin1')
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._:-]{0,40})["']/.exec(head)?.[1]
}

const undeclared = (bytes: Uint8Array, doubts: readonly Doubt[] = []): DecodedXml => {
  const { chunks, charset, doubts: found } = decodeText(bytes)
  return { text: [...chunks()].join(''), charset, doubts: [...doubts, ...found] }
}

/**
 * The text of an XML file (XML 1.0, appendix F): a byte order mark or UTF-16 that shows by itself, then the declaration,
 * then what the bytes are. A declaration that the bytes contradict is not followed, which is said as a doubt.
 */
export const decodeXml = (bytes: Uint8Array): DecodedXml => {
  const name = declaredName(bytes)
  const isMarked = byteOrderMark(bytes) !== undefined || unmarkedUtf16(bytes) !== undefined
  if (name === undefined || isMarked || !looksLikeText(bytes)) return undeclared(bytes)
  const charset = xmlCharset(name)
  if (charset === undefined)
    return undeclared(bytes, [
      { field: 'charset', message: `It says that it is in ${name}, which is not known.` },
    ])
  if (charset === 'utf-8') return undeclared(bytes)
  const hasMore = bytes.some((byte) => byte > 0x7f)
  if (hasMore && isSingleByte(charset) && isUtf8(bytes))
    return undeclared(bytes, [
      { field: 'charset', message: `It says that it is in ${name}, but it is in UTF-8.` },
    ])
  const text = [...decodeChunks(charset, bytes)].join('')
  return { text, charset: { name: charset, confidence: 1, bom: false }, doubts: [] }
}
