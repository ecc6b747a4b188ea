import type { ByteSource } from '../types'

/** Bytes of a picture that are looked at here and there: small reads near each other ask the source once. */
export interface ByteWindow {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  readonly read: (at: number, length: number) => Promise<Buffer>
}

const blockLength = 64 * 1024
const mostBlocks = 8

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Holds the last few blocks that were read, and nothing more of a large file. */
export const createByteWindow = (source: ByteSource): ByteWindow => {
  const blocks = new Map<number, Buffer>()

  const blockAt = async (index: number): Promise<Buffer> => {
    const held = blocks.get(index)
    if (held) return held
    const block = toBuffer(await source.read(index * blockLength, blockLength))
    const [oldest] = blocks.keys()
    if (blocks.size >= mostBlocks && oldest !== undefined) blocks.delete(oldest)
    blocks.set(index, block)
    return block
  }

  return {
    size: source.size,
    read: async (at, length) => {
      const end = Math.min(at + length, source.size)
      if (!(at >= 0 && end > at)) return Buffer.alloc(0)
      const index = Math.floor(at / blockLength)
      if (end > (index + 1) * blockLength) return toBuffer(await source.read(at, end - at))
      const start = index * blockLength
      return (await blockAt(index)).subarray(at - start, end - start)
    },
  }
}

/** Bytes in memory as a window. */
export const windowOf = (bytes: Uint8Array): ByteWindow => {
  const buffer = toBuffer(bytes)
  return {
    size: buffer.length,
    read: (at, length) =>
      Promise.resolve(at >= 0 && length > 0 ? buffer.subarray(at, at + length) : Buffer.alloc(0)),
  }
}
