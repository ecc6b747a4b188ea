/** Shorter lists are read again as fast as they are found here. */
const fewest = 512
/** Entries that are remembered at most: 1 MB. */
const most = 262_144

/** Remembers the entries of a few terms that occur often and were asked for last. */
export interface EntryCache {
  /** What `read` gives may be a view; what is remembered is a copy. */
  readonly get: (term: number, read: () => Uint32Array) => Uint32Array
}

export const createEntryCache = (): EntryCache => {
  const held = new Map<number, Uint32Array>()
  let size = 0
  return {
    get: (term, read) => {
      const known = held.get(term)
      if (known) {
        held.delete(term)
        held.set(term, known)
        return known
      }
      const entries = read()
      if (entries.length < fewest || entries.length > most) return entries
      const copy = entries.slice()
      held.set(term, copy)
      size += copy.length
      for (const [oldest, entriesOfOldest] of held) {
        if (size <= most) break
        held.delete(oldest)
        size -= entriesOfOldest.length
      }
      return copy
    },
  }
}
