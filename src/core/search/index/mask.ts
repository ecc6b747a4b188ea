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
  readonly sums: () => FieldSums
}

export const createMask = (length: (document: number, field: number) => number): Mask => {
  const masked = new Set<number>()
  const lengths = searchFields.map(() => 0)
  const filled = searchFields.map(() => 0)
  let documents = 0

  const add = (document: number, sign: 1 | -1): void => {
    documents += sign
    for (const field of searchFields.keys()) {
      const words = length(document, field)
      if (words === 0) continue
      lengths[field] = (lengths[field] ?? 0) + sign * words
      filled[field] = (filled[field] ?? 0) + sign
    }
  }

  return {
    count: (document) => add(document, 1),
    set: (document) => {
      if (masked.has(document)) return
      masked.add(document)
      add(document, -1)
    },
    has: (document) => masked.has(document),
    size: () => masked.size,
    sums: () => ({ documents, lengths, filled }),
  }
}
