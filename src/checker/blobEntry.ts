import type { PackEntry } from './types'

/** Read at once: large enough to be fast, small enough that a cancel is heard. */
const pieceSize = 4 * 1024 * 1024

/** The bytes of a file or a part of one, piece by piece. */
export const blobEntry = (blob: Blob): PackEntry => ({
  size: blob.size,
  read: async function* () {
    for (let at = 0; at < blob.size; at += pieceSize)
      yield new Uint8Array(await blob.slice(at, at + pieceSize).arrayBuffer())
  },
})
