import { isUtf8 } from 'node:buffer'
import { CuttingsError } from '#shared/errors'
import type { Charset, Doubt } from '#shared/model/article'
import { decodeText } from '../text/decodeText'
import { charsetOf, decodeAs } from './charsetOf'

export interface DecodedBody {
  readonly text: string
  readonly charset: Charset
  readonly doubts: readonly Doubt[]
}

const charsetDoubt = (message: string): Doubt => ({ field: 'charset', message })

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** What is not text by any charset, or has none: each byte a character, and it is said. */
const byBytes = (bytes: Uint8Array): DecodedBody => ({
  text: decodeAs(bytes, 'windows-1252').replaceAll('\0', ''),
  charset: { name: 'windows-1252', confidence: 0, bom: false },
  doubts: [charsetDoubt('The text has bytes that belong to no text; what can be shown of it is shown.')],
})

const detected = (bytes: Uint8Array, doubts: readonly Doubt[]): DecodedBody => {
  try {
    const { chunks, charset, doubts: more } = decodeText(bytes)
    return { text: [...chunks()].join(''), charset, doubts: [...doubts, ...more] }
  } catch (error) {
    if (!(error instanceof CuttingsError)) throw error
    return byBytes(bytes)
  }
}

const sure = (bytes: Uint8Array, name: string): DecodedBody => ({
  text: decodeAs(bytes, name).replaceAll('\0', ''),
  charset: { name, confidence: 1, bom: false },
  doubts: [],
})

const utf8Confirmed = (bytes: Uint8Array, stated: string): DecodedBody => {
  if (isUtf8(bytes)) return sure(bytes, 'utf-8')
  const found = detected(bytes, [])
  const read = found.charset.name === 'utf-8' ? [] : [charsetDoubt(misstated(stated, found.charset.name))]
  return { ...found, doubts: [...read, ...found.doubts] }
}

const misstated = (stated: string, name: string): string =>
  `The mail states the charset "${stated}", which its text is not in; it was read as ${name}.`

/** Bytes that are UTF-8 as well are hardly ever anything else; but the mail says so, and is believed. */
const perhapsUtf8 = (bytes: Uint8Array, stated: string): DecodedBody => {
  const body = sure(bytes, 'windows-1252')
  if (isAscii(bytes) || !isUtf8(bytes)) return body
  const message = `The mail states the charset "${stated}", but its text looks like UTF-8; letters may be wrong.`
  return { ...body, doubts: [charsetDoubt(message)] }
}

const statesAscii = /^(?:us-)?ascii$|^ansi_x3\.4/i

/**
 * A text of a mail in the charset that is stated for it. Where that is not known, or cannot be, the charset is detected,
 * and a doubt says so.
 */
export const decodeBody = (bytes: Uint8Array, stated: string | undefined): DecodedBody => {
  if (bytes.length === 0 || (isAscii(bytes) && (stated === undefined || statesAscii.test(stated))))
    return sure(bytes, 'utf-8')
  if (stated === undefined || stated.trim() === '') return detected(bytes, [])
  const charset = charsetOf(stated)
  if (charset === 'utf-8') return utf8Confirmed(bytes, stated)
  if (charset === 'windows-1252' && !statesAscii.test(stated)) return perhapsUtf8(bytes, stated)
  if (charset !== undefined && !statesAscii.test(stated)) return sure(bytes, charset)
  const found = detected(bytes, [])
  const message = charset
    ? misstated(stated, found.charset.name)
    : `The charset "${stated}" is not known; the text was read as ${found.charset.name}.`
  return { ...found, doubts: [charsetDoubt(message), ...found.doubts] }
}
