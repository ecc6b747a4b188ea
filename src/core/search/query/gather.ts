import type { Marks } from '#core/search/index/marks'
import { countOf, documentOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'
import type { Scratch, Slice } from './scratch'

export const nothing: Slice = { start: 0, end: 0 }

/** Which occurrences are taken: of one field, and of documents that are marked. */
export interface Restriction {
  readonly field: number | undefined
  readonly within: Marks | undefined
}

/** Puts the entries of a term on top of the stack, less what is masked or not asked for; where they end. */
const putEntries = (scratch: Scratch, shard: Shard, term: number, { field, within }: Restriction): number => {
  const values = scratch.reserve(shard.entryCount(term))
  const end = shard.copyEntries(term, values, scratch.top, within)
  const masked = shard.masked() > 0
  if (field === undefined && !masked) return end
  let kept = scratch.top
  for (let at = scratch.top; at < end; at++) {
    const entry = values[at] as number
    const key = keyOf(entry)
    if (field !== undefined && fieldOf(key) !== field) continue
    if (masked && shard.isMasked(documentOf(key))) continue
    values[kept++] = entry
  }
  return kept
}

/** Adds the occurrences of a term up in `scratch.counts`; keys that were not met before are put on top of the stack. */
const addUp = (scratch: Scratch, shard: Shard, term: number, restriction: Restriction): void => {
  const end = putEntries(scratch, shard, term, restriction)
  const { values, counts } = scratch
  let kept = scratch.top
  for (let at = scratch.top; at < end; at++) {
    const entry = values[at] as number
    const key = keyOf(entry)
    const place = scratch.countAt(key)
    const before = counts[place] as number
    if (before === 0) values[kept++] = key
    counts[place] = before + countOf(entry)
  }
  scratch.top = kept
}

/** How many entries of these terms count in a shard: a document with several of them counts for each. */
export const countEntries = (
  scratch: Scratch,
  shard: Shard,
  terms: readonly number[],
  field: number | undefined,
): number => {
  const isWhole = field === undefined && shard.masked() === 0
  let found = 0
  for (const term of terms)
    found += isWhole
      ? shard.entryCount(term)
      : putEntries(scratch, shard, term, { field, within: undefined }) - scratch.top
  return found
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
  if (terms.length === 1) return scratch.close(putEntries(scratch, shard, only, restriction))
  const start = scratch.top
  for (const term of terms) {
    scratch.checkpoint()
    addUp(scratch, shard, term, restriction)
  }
  const { values, counts } = scratch
  for (let at = start; at < scratch.top; at++) {
    const key = values[at] as number
    const place = scratch.countAt(key)
    values[at] = ((key << 8) | (counts[place] as number)) >>> 0
    counts[place] = 0
  }
  return { start, end: scratch.top }
}
