/** Reads numbers one after another; throws a RangeError of Node's where the bytes end. */
export interface ByteReader {
  /** Of 0, 1, 2, 4 or 8 bytes. */
  readonly number: (size: number) => number
  /** Up to the next zero. */
  readonly text: () => string
  readonly skip: (length: number) => void
  readonly left: () => number
}

export const createByteReader = (bytes: Buffer): ByteReader => {
  let at = 0
  return {
    number: (size) => {
      if (size === 0) return 0
      const value = size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size)
      at += size
      return value
    },
    text: () => {
      const zero = bytes.indexOf(0, at)
      const end = zero < 0 ? bytes.length : zero
      const text = bytes.toString('latin1', at, end)
      at = end + 1
      return text
    },
    skip: (length) => {
      at += length
    },
    left: () => bytes.length - at,
  }
}
