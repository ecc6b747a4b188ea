import { isUtf8 } from 'node:buffer'

export const blockSize = 512

/** One header block (POSIX.1-2017, pax; ustar; GNU; v7). */
export interface TarHeader {
  readonly name: string
  /** Bytes of content; Infinity where the field says more than can be counted. */
  readonly size: number
  /** Type flag: '0' file, '5' folder, 'x' extended header, 'L' GNU long name ... */
  readonly type: string
}

const textAt = (block: Uint8Array, from: number, length: number): string => {
  const field = block.subarray(from, from + length)
  const end = field.indexOf(0)
  return toText(end < 0 ? field : field.subarray(0, end))
}

/** Names are bytes in a tar: UTF-8 where they can be, else Latin-1, which reads any. */
export const toText = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString(isUtf8(bytes) ? 'utf8' : 'latin1')

/** Octal digits, or where the first bit is set a number in base 256 (GNU); undefined for neither. */
const numberAt = (block: Uint8Array, from: number, length: number): number | undefined => {
  const first = block[from] ?? 0
  if (first === 0x80) {
    let value = 0
    for (const byte of block.subarray(from + 1, from + length)) value = value * 256 + byte
    return Number.isSafeInteger(value) ? value : Infinity
  }
  const digits = textAt(block, from, length).trim()
  if (digits === '') return 0
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

/** The sum of all bytes, those of the checksum itself as spaces. Some old programs took the bytes as signed. */
const isSum = (block: Uint8Array, stated: number): boolean => {
  let unsigned = 0
  let signed = 0
  for (const [at, byte] of block.entries()) {
    const value = at >= 148 && at < 156 ? 0x20 : byte
    unsigned += value
    signed += value > 0x7f ? value - 0x100 : value
  }
  return stated === unsigned || stated === signed
}

export const isZeroBlock = (block: Uint8Array): boolean => block.every((byte) => byte === 0)

/** Only ustar has the front of a long name in a field of its own; GNU keeps times there. */
const prefixOf = (block: Uint8Array): string =>
  textAt(block, 257, 6) === 'ustar' && block[262] === 0 ? textAt(block, 345, 155) : ''

/** Undefined where the block is no header: its checksum or a number is wrong. */
export const readTarHeader = (block: Uint8Array): TarHeader | undefined => {
  if (block.length < blockSize) return undefined
  const sum = numberAt(block, 148, 8)
  if (sum === undefined || sum === 0 || !isSum(block.subarray(0, blockSize), sum)) return undefined
  const size = numberAt(block, 124, 12)
  if (size === undefined) return undefined
  const prefix = prefixOf(block)
  const name = textAt(block, 0, 100)
  const flag = block[156] ?? 0
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size,
    type: flag === 0 ? '0' : String.fromCharCode(flag),
  }
}
