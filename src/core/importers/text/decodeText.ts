import iconv from 'iconv-lite'
import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { binaryContent } from './binaryContent'
import { byteOrderMark } from './byteOrderMark'
import { detectCharset } from './detectCharset'
import { unmarkedUtf16 } from './unmarkedUtf16'

type Charset = NonNullable<ParsedArticle['charset']>

export interface DecodedText {
  readonly text: string
  readonly charset: Charset
  readonly doubts: readonly Doubt[]
}

/** Below this the charset is said to be a guess. */
const sureConfidence = 0.5

/** One malformed byte for so many good characters beyond ASCII still counts as damaged UTF-8. */
const damagedShare = 10

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const decodeAs = (name: string, bytes: Uint8Array): string =>
  name.startsWith('utf-32')
    ? iconv.decode(asBuffer(bytes), name, { stripBOM: false })
    : new TextDecoder(name, { ignoreBOM: true }).decode(bytes)

const count = (text: string, pattern: RegExp): number => {
  let found = 0
  for (const _ of text.matchAll(pattern)) found += 1
  return found
}

const replacedDoubt = (text: string, name: string): readonly Doubt[] => {
  const replaced = count(text, /\ufffd/g)
  if (replaced === 0) return []
  const message = `In ${replaced} ${replaced === 1 ? 'place' : 'places'} the bytes are not ${name.toUpperCase()}; they are shown as \ufffd.`
  return [{ field: 'text', message }]
}

const decodeMarked = (bytes: Uint8Array): DecodedText | undefined => {
  const mark = byteOrderMark(bytes)
  if (!mark) return undefined
  const text = decodeAs(mark.charset, bytes.subarray(mark.length))
  if (text.includes('\0')) throw new CuttingsError('not-text', { found: 'NUL characters' })
  const charset = { name: mark.charset, confidence: 1, bom: true }
  return { text, charset, doubts: replacedDoubt(text, mark.charset) }
}

const decodeUtf8 = (bytes: Uint8Array): DecodedText | undefined => {
  const charset = { name: 'utf-8', confidence: 1, bom: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset, doubts: [] }
  } catch {
    // Not UTF-8 throughout; perhaps a damaged one.
    const text = decodeAs('utf-8', bytes)
    const replaced = count(text, /\ufffd/g)
    if (count(text, /[^\u0000-\u007f\ufffd]/gu) < replaced * damagedShare) return undefined
    return { text, charset: { ...charset, confidence: 0.9 }, doubts: replacedDoubt(text, 'utf-8') }
  }
}

const decodeDetected = (bytes: Uint8Array): DecodedText => {
  const { name, confidence } = detectCharset(bytes)
  const text = iconv.decode(asBuffer(bytes), name)
  const message = `The characters were read as ${name}; that is a guess.`
  const doubts = confidence < sureConfidence ? [{ field: 'charset', message }] : []
  return {
    text,
    charset: { name, confidence, bom: false },
    doubts: [...doubts, ...replacedDoubt(text, name)],
  }
}

/**
 * Bytes as text: what a byte order mark says; UTF-16 that shows by its zero bytes; UTF-8, strictly; else a guess, which
 * says so. Refuses what is not text in any of them.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (bytes.length === 0) throw new CuttingsError('empty')
  const marked = decodeMarked(bytes)
  if (marked) return marked
  const utf16 = unmarkedUtf16(bytes)
  if (utf16) {
    const text = decodeAs(utf16, bytes)
    if (text.includes('\0')) throw new CuttingsError('not-text', { found: 'NUL characters' })
    return {
      text,
      charset: { name: utf16, confidence: 0.9, bom: false },
      doubts: replacedDoubt(text, utf16),
    }
  }
  const found = binaryContent(bytes)
  if (found) throw new CuttingsError('not-text', { found })
  return decodeUtf8(bytes) ?? decodeDetected(bytes)
}

/** Whether the first bytes of a file can be those of a text. */
export const looksLikeText = (head: Uint8Array): boolean =>
  byteOrderMark(head) !== undefined || unmarkedUtf16(head) !== undefined || binaryContent(head) === undefined
