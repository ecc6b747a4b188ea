import { searchFields } from '#core/search/fields'
import type { FieldSums } from './shard'

/** Which documents of a shard still count, and the sums over those. */
export interface Mask {
  /** Takes a document into the sums. */
  readonly count: (document: number) => void
  /** Takes it out again, for good. */
  readonly set: (document: number) => void
  readonly has: (document: number) => boolean
  readonly size: () => number
  /** Documents that are masked, rising. */
  readonly documents: () => readonly number[]
  readonly sums: () => FieldSums
}

/** `counted`: sums over documents that are in them from the start. */
export const createMask = (
  length: (document: number, field: number) => number,
  counted?: FieldSums,
): Mask => {
  // A bit for each document that may be masked; grows with the highest that is.
  let bits = new Uint32Array(0)
  let size = 0
  let documents = counted?.documents ?? 0
  const lengths = searchFields.map((_, field) => counted?.lengths[field] ?? 0)
  const filled = searchFields.map((_, field) => counted?.filled[field] ?? 0)

  const add = (document: number, sign: 1 | -1): void => {
    documents += sign
    for (const field of searchFields.keys()) {
      const words = length(document, field)
      if (words === 0) continue
      lengths[field] = (lengths[field] ?? 0) + sign * words
      filled[field] = (filled[field] ?? 0) + sign
    }
  }
  const has = (document: number): boolean => (((bits[document >>> 5] ?? 0) >>> (document & 31)) & 1) === 1

  return {
    count: (document) => add(document, 1),
    set: (document) => {
      if (has(document)) return
      const at = document >>> 5
      if (at >= bits.length) {
        const larger = new Uint32Array(at * 2 + 8)
        larger.set(bits)
        bits = larger
      }
      bits[at] = (bits[at] as number) | (1 << (document & 31))
      size += 1
      add(document, -1)
    },
    has,
    size: () => size,
    documents: () => {
      const found: number[] = []
      for (let document = 0; document < bits.length * 32; document++) if (has(document)) found.push(document)
      return found
    },
    sums: () => ({ documents, lengths, filled }),
  }
}
