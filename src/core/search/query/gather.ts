import { countOf, documentOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'
import type { Scratch, Slice } from './scratch'

export const nothing: Slice = { start: 0, end: 0 }

/** Which occurrences are taken: of one field, and of documents that are marked. */
export interface Restriction {
  readonly field: number | undefined
  readonly within: Uint8Array | undefined
}

/** The entries of one term as they are, less what is masked or not asked for. */
const copyOne = (scratch: Scratch, shard: Shard, term: number, { field, within }: Restriction): Slice => {
  const entries = shard.entries(term)
  const values = scratch.reserve(entries.length)
  const masked = shard.masked() > 0
  let end = scratch.top
  if (!masked && !within && field === undefined) {
    values.set(entries, end)
    return scratch.close(end + entries.length)
  }
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] as number
    const document = entry >>> 12
    if (within && !within[document]) continue
    if (field !== undefined && fieldOf(keyOf(entry)) !== field) continue
    if (masked && shard.isMasked(document)) continue
    values[end++] = entry
  }
  return scratch.close(end)
}

/** Adds the occurrences of a term up in `scratch.counts`; keys that were not met before are put on top of the stack. */
const addUp = (
  scratch: Scratch,
  shard: Shard,
  term: number,
  { field, within }: Restriction,
  masked: boolean,
): void => {
  const entries = shard.entries(term)
  const values = scratch.reserve(entries.length)
  const { counts } = scratch
  let end = scratch.top
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] as number
    const key = keyOf(entry)
    if (within && !within[documentOf(key)]) continue
    if (field !== undefined && fieldOf(key) !== field) continue
    const before = counts[key] as number
    if (before === 0) {
      if (masked && shard.isMasked(documentOf(key))) continue
      values[end++] = key
    }
    counts[key] = before + countOf(entry)
  }
  scratch.top = end
}

/**
 * Takes several terms as one word: their occurrences in a document's field are added up before they are scored, so that a prefix
 * with a thousand words doesn't count a thousand times. Each document and field occurs once in the list, packed as in a shard.
 */
export const gather = (
  scratch: Scratch,
  shard: Shard,
  terms: readonly number[],
  restriction: Restriction,
): Slice => {
  const [only] = terms
  if (only === undefined) return nothing
  if (terms.length === 1) return copyOne(scratch, shard, only, restriction)
  const start = scratch.top
  const masked = shard.masked() > 0
  for (const term of terms) {
    scratch.checkpoint()
    addUp(scratch, shard, term, restriction, masked)
  }
  const { values, counts } = scratch
  for (let at = start; at < scratch.top; at++) {
    const key = values[at] as number
    values[at] = ((key << 8) | (counts[key] as number)) >>> 0
    counts[key] = 0
  }
  return { start, end: scratch.top }
}
