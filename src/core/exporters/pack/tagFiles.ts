import type { Bag } from './bag'
import type { PackLimits } from './packLimits'
import { unsafe } from './bag'

/** A file of the bag as a whole, refused where it is larger than text has to be. */
export const readWhole = async (bag: Bag, path: string, limits: PackLimits): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of bag.read(path)) {
    bytes += chunk.byteLength
    if (bytes > limits.wholeFile) throw unsafe(`${path} has more than ${limits.wholeFile} bytes`)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

export interface Declaration {
  /** 1.0 is [1, 0]. */
  readonly version: readonly [number, number]
  readonly encoding: string
}

const declarationLines = /^BagIt-Version: (\d+)\.(\d+)\s*?\r?\nTag-File-Character-Encoding: ([\w.:-]+)\s*$/

/** bagit.txt (RFC 8493, 2.1.1): two lines, UTF-8, no byte order mark; undefined where it is anything else. */
export const parseDeclaration = (bytes: Buffer): Declaration | undefined => {
  const [, major, minor, encoding] = declarationLines.exec(bytes.toString('utf8')) ?? []
  return major === undefined || minor === undefined || encoding === undefined
    ? undefined
    : { version: [Number(major), Number(minor)], encoding }
}

/** `UTF-16` alone leaves the order of the bytes to the mark in front of them (RFC 2781); WHATWG's label does not. */
const withByteOrder = (bytes: Buffer, encoding: string): string =>
  /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : encoding

/** Text of a tag file in the declared encoding; undefined where the encoding is unknown or the bytes do not fit it. */
export const decodeTagFile = (bytes: Buffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(withByteOrder(bytes, encoding), { fatal: true }).decode(bytes)
  } catch (error) {
    // RangeError: no such encoding; TypeError: not text in it. Both mean that the bag's words cannot be read.
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}

/** The labels of bag-info.txt with their last value; a line that begins with white space continues the one before. */
export const parseBagInfo = (text: string): ReadonlyMap<string, string> => {
  const info = new Map<string, string>()
  for (const line of text.replace(/(?:\r\n|\r|\n)[ \t]+/g, ' ').split(/\r\n|\r|\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) info.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return info
}
