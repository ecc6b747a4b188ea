import type { FileHandle } from 'node:fs/promises'
import type { ByteSource } from '../importers/types'

export const sourceOfBytes = (bytes: Uint8Array): ByteSource => ({
  size: bytes.byteLength,
  read: (at, length) => Promise.resolve(bytes.slice(at, at + length)),
})

/** Reads an open file; whoever opened it closes it. */
export const sourceOfFile = (file: FileHandle, size: number): ByteSource => ({
  size,
  read: async (at, length) => {
    const buffer = new Uint8Array(Math.max(0, Math.min(length, size - at)))
    let count = 0
    while (count < buffer.byteLength) {
      const { bytesRead } = await file.read(buffer, count, buffer.byteLength - count, at + count)
      if (bytesRead === 0) break
      count += bytesRead
    }
    return buffer.subarray(0, count)
  },
})
