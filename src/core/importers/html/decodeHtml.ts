import sniffEncoding from 'html-encoding-sniffer'
import iconv from 'iconv-lite'
import { isUtf8 } from 'node:buffer'
import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { byteOrderMark } from '../text/byteOrderMark'
import { decodeChunks } from '../text/decodeChunks'
import { decodeText } from '../text/decodeText'

export interface DecodedHtml {
  readonly html: string
  readonly charset: NonNullable<ParsedArticle['charset']>
  readonly doubts: readonly Doubt[]
}

/** What the sniffer answers where neither a mark, nor the transport, nor the page itself says anything. */
const unstated = 'unstated'

const isKnown = (name: string): boolean => name.startsWith('utf-') || iconv.encodingExists(name)

const decodeAs = (name: string, bytes: Uint8Array): string =>
  isKnown(name) ? [...decodeChunks(name, bytes)].join('') : new TextDecoder(name).decode(bytes)

/** The charset that the page or its transport states (HTML standard, 13.2.3), where it can be read. */
const statedCharset = (bytes: Uint8Array, transport: string | undefined): string | undefined => {
  const sniffed = sniffEncoding(bytes, {
    defaultEncoding: unstated,
    ...(transport === undefined ? {} : { transportLayerEncodingLabel: transport }),
  })
  const name = sniffed.toLowerCase()
  if (name === unstated) return undefined
  if (isKnown(name)) return name
  try {
    return new TextDecoder(name).encoding
  } catch {
    // A name of the standard that this system cannot read, or 'replacement'.
    return undefined
  }
}

const doubtsOf = (name: string, bytes: Uint8Array, html: string): Doubt[] => {
  if (html.includes('\ufffd') && (name !== 'utf-8' || !isUtf8(bytes)))
    return [{ field: 'text', message: `Some bytes are not ${name.toUpperCase()}; they show as \ufffd.` }]
  const mislabelled = !name.startsWith('utf-') && /[^\0-\x7f]/.test(html) && isUtf8(bytes)
  const message = `The page says that its characters are ${name}, but they could be UTF-8.`
  return mislabelled && !name.startsWith('iso-2022') ? [{ field: 'charset', message }] : []
}

/**
 * The text of a page by the HTML standard: a byte order mark, what the transport said, what the page says of itself; then,
 * as for plain text, UTF-8 where the bytes are sound, or a guess that says so.
 */
export const decodeHtml = (bytes: Uint8Array, transport?: string): DecodedHtml => {
  if (bytes.length === 0) throw new CuttingsError('empty')
  const mark = byteOrderMark(bytes)
  const name = mark ? undefined : statedCharset(bytes, transport)
  if (name === undefined) {
    const { chunks, charset, doubts } = decodeText(bytes)
    return { html: [...chunks()].join(''), charset, doubts }
  }
  const html = decodeAs(name, bytes)
  return { html, charset: { name, confidence: 1, bom: false }, doubts: doubtsOf(name, bytes, html) }
}
