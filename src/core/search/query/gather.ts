import { countOf, documentOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'

/** Where a group of terms occurs in a shard: document-and-field keys, each once, and how often. */
export interface Occurrences {
  readonly keys: readonly number[]
  readonly counts: readonly number[]
}

/**
 * Takes several terms as one word: their occurrences are added up before they are scored, so that a prefix with a thousand
 * words doesn't count a thousand times.
 */
export const gather = (shard: Shard, terms: readonly number[], field: number | undefined): Occurrences => {
  const keys: number[] = []
  if (terms.length === 0) return { keys, counts: [] }
  const totals = new Uint16Array(shard.size() * 16)
  const masked = shard.masked() > 0
  for (const term of terms) {
    const entries = shard.entries(term)
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] as number
      const key = keyOf(entry)
      if (field !== undefined && fieldOf(key) !== field) continue
      const before = totals[key] as number
      if (before === 0) {
        if (masked && shard.isMasked(documentOf(key))) continue
        keys.push(key)
      }
      totals[key] = before + countOf(entry)
    }
  }
  return { keys, counts: keys.map((key) => totals[key] as number) }
}
