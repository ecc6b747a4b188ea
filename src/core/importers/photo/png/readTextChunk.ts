import { inflateSync } from 'node:zlib'
import { longestBlock } from '../pictureParts'
import type { PngChunk } from './readChunks'

/** A keyword and its text (ISO/IEC 15948, 11.3.4). */
export interface PngText {
  readonly keyword: string
  readonly text: Buffer
  /** iTXt is UTF-8; tEXt and zTXt are Latin-1, though programs do not hold to it. */
  readonly utf8: boolean
}

const unpacked = (bytes: Buffer): Buffer | undefined => {
  try {
    return inflateSync(bytes, { maxOutputLength: longestBlock })
  } catch {
    // Damaged, or longer than any block of metadata may be.
    return undefined
  }
}

/** Bytes after the next zero; undefined where there is none. */
const afterZero = (bytes: Buffer): Buffer | undefined => {
  const zero = bytes.indexOf(0)
  return zero < 0 ? undefined : bytes.subarray(zero + 1)
}

const internationalText = (rest: Buffer): Buffer | undefined => {
  if (rest.length < 2) return undefined
  const translated = afterZero(rest.subarray(2))
  const text = translated && afterZero(translated)
  return text && rest[0] === 1 ? unpacked(text) : text
}

export const readTextChunk = ({ name, data }: PngChunk): PngText | undefined => {
  const rest = afterZero(data)
  if (!rest) return undefined
  const keyword = data.toString('latin1', 0, data.length - rest.length - 1)
  if (name === 'tEXt') return { keyword, text: rest, utf8: false }
  const text = name === 'zTXt' ? unpacked(rest.subarray(1)) : internationalText(rest)
  return text && { keyword, text, utf8: name === 'iTXt' }
}
