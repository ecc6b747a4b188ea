import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { detectCharset } from '../text/detectCharset'

/** Below this a detected charset is not believed, and the characters are read as most programs write them. */
const leastConfidence = 0.8

const usual = 'windows-1252'

/** The charset of bytes that state none: UTF-8 if they can be, else what is detected for sure, else Windows-1252. */
export const foreignCharset = (bytes: Uint8Array): { readonly name: string; readonly guessed: boolean } => {
  if (isUtf8(bytes)) return { name: 'utf-8', guessed: false }
  const { name, confidence } = detectCharset(bytes)
  return { name: confidence >= leastConfidence ? name : usual, guessed: true }
}

export const decodeAs = (bytes: Uint8Array, charset: string): string =>
  charset === 'utf-8'
    ? new TextDecoder('utf-8').decode(bytes)
    : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset)

export const decodeForeign = (bytes: Uint8Array): string => decodeAs(bytes, foreignCharset(bytes).name)
