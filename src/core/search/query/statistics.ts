import { searchFields } from '#core/search/fields'
import type { Shard } from '#core/search/index/shard'
import { countEntries } from './gather'
import type { TermPlan, WordGroup } from './plan'
import type { Scratch } from './scratch'

/** By group and shard, how many entries the words have whose rarity is measured. */
export type Measured = ReadonlyMap<WordGroup, readonly number[]>

/** What lunr takes from one index, taken from all shards together, so that a score means the same in each. */
export interface Statistics {
  readonly documents: number
  /** Words in each field. */
  readonly averages: readonly number[]
}

/** How scores are made: ours, or as `lunr.Index.query` makes them of as many words, which the tests compare with. */
export interface Scoring {
  /** Of documents that have a field, or of all, empty ones included. */
  readonly averageOver: 'filled' | 'all'
  /**
   * From the sum over the words that a document has and how many they are, what its headline adds for being one and how many of
   * them it holds, and how many were asked for.
   */
  readonly combine: (sum: number, words: number, lift: number, headlineWords: number, asked: number) => number
}

/**
 * A score counts by the cube of the share of words matched, so that more of them beat one that is rarer or in a headline. A
 * headline's boost counts by the square of the share of them that it holds: in full where one word is asked for.
 */
export const ourScoring: Scoring = {
  averageOver: 'filled',
  combine: (sum, words, lift, headlineWords, asked) => {
    if (asked === 0) return sum
    const share = words / asked
    const headlineShare = headlineWords / asked
    return (sum + lift * headlineShare * headlineShare) * share * share * share
  },
}

/** lunr divides by the length of the query's vector. */
export const lunrScoring: Scoring = {
  averageOver: 'all',
  combine: (sum, _words, lift, _headlineWords, asked) => (asked === 0 ? 0 : (sum + lift) / Math.sqrt(asked)),
}

export const collectStatistics = (shards: readonly Shard[], { averageOver }: Scoring): Statistics => {
  const sums = shards.map((shard) => shard.sums())
  const total = (pick: (sum: (typeof sums)[number]) => number): number =>
    sums.reduce((whole, sum) => whole + pick(sum), 0)
  const documents = total((sum) => sum.documents)
  return {
    documents,
    averages: searchFields.map((_, field) => {
      const count = averageOver === 'all' ? documents : total((sum) => sum.filled[field] ?? 0)
      return count === 0 ? 1 : total((sum) => sum.lengths[field] ?? 0) / count
    }),
  }
}

/** lunr.idf: `found` counts fields of documents, as lunr does. */
const inverseFrequency = (found: number, documents: number): number =>
  Math.log(1 + Math.abs((documents - found + 0.5) / (found + 0.5)))

/**
 * Counts the words whose rarity is measured, in every shard. Their lists are not read for it where none of the shard's documents is
 * masked: the commonest words take longest to read, and most of what is read would be thrown away.
 */
export const measure = (scratch: Scratch, shards: readonly Shard[], terms: readonly TermPlan[]): Measured => {
  const measured = new Map<WordGroup, readonly number[]>()
  for (const { groups, field } of terms)
    for (const group of groups)
      if (group.fixedIdf === undefined)
        measured.set(
          group,
          shards.map((shard, at) => countEntries(scratch, shard, group.terms[at] ?? [], field)),
        )
  return measured
}

/** What each occurrence of a group weighs before its number and its field are looked at. */
export const weightOf = (group: WordGroup, measured: Measured, { documents }: Statistics): number => {
  if (group.fixedIdf !== undefined) return group.weight * group.fixedIdf
  const found = (measured.get(group) ?? []).reduce((sum, count) => sum + count, 0)
  return group.weight * inverseFrequency(found, documents)
}
