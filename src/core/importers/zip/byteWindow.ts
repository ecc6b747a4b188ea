import type { ByteSource } from '../types'

const windowSize = 256 * 1024

/** Small pieces of a source, read one after another. */
export interface ByteWindow {
  /** Fewer bytes than asked for only at the end. They are good until the next call. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>
}

/** Reads many small pieces without a call to the source for each: one stretch of 256 KiB is held. */
export const createByteWindow = (source: ByteSource): ByteWindow => {
  let start = 0
  let held: Uint8Array = new Uint8Array(0)
  return {
    read: async (at, length) => {
      if (at >= source.size) return held.subarray(0, 0)
      const wanted = Math.min(length, source.size - at)
      if (at < start || at + wanted > start + held.length) {
        held = await source.read(at, Math.min(Math.max(wanted, windowSize), source.size - at))
        start = at
      }
      return held.subarray(at - start, at - start + wanted)
    },
  }
}
