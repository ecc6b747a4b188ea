import { isMarked, type Marks } from '../marks'
import { pack } from '../shard'
import { ByteReader } from './byteReader'

/** Reads a term's entries, without their positions, from where they begin. */
export interface EntryReader {
  /** Documents that hold the term. */
  readonly frequency: (start: number) => number
  readonly entryCount: (start: number) => number
  /** As `Shard.copyEntries`. */
  readonly copyEntries: (start: number, into: Uint32Array, at: number, within: Marks | undefined) => number
}

/** How the entries are written is said at `writePosting`. */
export const createEntryReader = (bytes: Uint8Array): EntryReader => {
  const reader = new ByteReader(bytes)
  return {
    frequency: (start) => {
      const head = reader.varintAt(start)
      return (head & 1) === 0 ? reader.varint() : head >>> 1
    },
    entryCount: (start) => reader.varintAt(start) >>> 1,
    copyEntries: (start, into, at, within) => {
      const head = reader.varintAt(start)
      if ((head & 1) === 0) reader.varint()
      let from = reader.at
      let document = 0
      let end = at
      for (let left = head >>> 1; left > 0; left--) {
        // Most steps take a byte: a query spends most of its time here.
        let step = bytes[from++] as number
        if (step > 127) {
          step = reader.varintAt(from - 1)
          from = reader.at
        }
        document += step >>> 1
        let entry = (document << 12) | 1
        if ((step & 1) === 0) {
          const rest = reader.varintAt(from)
          from = reader.at
          entry = pack(document, rest & 15, (rest >>> 4) + 1)
        }
        if (!within || isMarked(within, document)) into[end++] = entry
      }
      return end
    },
  }
}
