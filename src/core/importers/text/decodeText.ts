import { isUtf8 } from 'node:buffer'
import { counted } from '#shared/counted'
import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { binaryContent } from './binaryContent'
import { byteOrderMark } from './byteOrderMark'
import { decodeChunks } from './decodeChunks'
import { detectCharset } from './detectCharset'
import { unmarkedUtf16 } from './unmarkedUtf16'

type Charset = NonNullable<ParsedArticle['charset']>

export interface DecodedText {
  /** The text from its beginning, each time it is called. */
  readonly chunks: () => Iterable<string>
  readonly charset: Charset
  readonly doubts: readonly Doubt[]
}

/** Below this the charset is said to be a guess. */
const sureConfidence = 0.5

/** For each malformed place so many good characters beyond ASCII still make it damaged UTF-8. */
const damagedShare = 2

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const scan = (chunks: Iterable<string>): { readonly replaced: number; readonly beyondAscii: number } => {
  let replaced = 0
  let beyondAscii = 0
  for (const chunk of chunks) {
    if (chunk.includes('\0')) throw new CuttingsError('not-text', { found: 'NUL characters' })
    replaced += count(chunk, /\ufffd/g)
    beyondAscii += count(chunk, /[\u0080-\uffff]/g)
  }
  return { replaced, beyondAscii }
}

const replacedDoubt = (replaced: number, name: string): readonly Doubt[] => {
  if (replaced === 0) return []
  return [
    {
      field: 'text',
      message: `In ${counted(replaced, 'place')} the bytes are not ${name.toUpperCase()}; they show as \ufffd.`,
    },
  ]
}

const decodeAs = (charset: Charset, bytes: Uint8Array, doubts: readonly Doubt[] = []): DecodedText => {
  const chunks = (): Iterable<string> => decodeChunks(charset.name, bytes)
  const { replaced } = scan(chunks())
  return { chunks, charset, doubts: [...doubts, ...replacedDoubt(replaced, charset.name)] }
}

const decodeUtf8 = (bytes: Uint8Array): DecodedText | undefined => {
  const charset = { name: 'utf-8', confidence: 1, bom: false }
  const chunks = (): Iterable<string> => decodeChunks('utf-8', bytes)
  if (isUtf8(bytes)) return { chunks, charset, doubts: [] }
  const { replaced, beyondAscii } = scan(chunks())
  if (beyondAscii - replaced < replaced * damagedShare) return undefined
  return { chunks, charset: { ...charset, confidence: 0.9 }, doubts: replacedDoubt(replaced, 'utf-8') }
}

const decodeDetected = (bytes: Uint8Array): DecodedText => {
  const { name, confidence } = detectCharset(bytes)
  const message = `The characters were read as ${name}; that is a guess.`
  return decodeAs(
    { name, confidence, bom: false },
    bytes,
    confidence < sureConfidence ? [{ field: 'charset', message }] : [],
  )
}

/**
 * Bytes as text: what a byte order mark says; UTF-16 that shows by its zero bytes; UTF-8, strictly; else a guess, which
 * says so. Refuses what is not text in any of them.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (bytes.length === 0) throw new CuttingsError('empty')
  const mark = byteOrderMark(bytes)
  if (mark) return decodeAs({ name: mark.charset, confidence: 1, bom: true }, bytes.subarray(mark.length))
  const utf16 = unmarkedUtf16(bytes)
  if (utf16) return decodeAs({ name: utf16, confidence: 0.9, bom: false }, bytes)
  const found = binaryContent(bytes)
  if (found) throw new CuttingsError('not-text', { found })
  return decodeUtf8(bytes) ?? decodeDetected(bytes)
}

/** Whether the first bytes of a file can be those of a text. */
export const looksLikeText = (head: Uint8Array): boolean =>
  byteOrderMark(head) !== undefined || unmarkedUtf16(head) !== undefined || binaryContent(head) === undefined
