import { documentOf, fieldOf, type Shard } from '#core/search/index/shard'
import { searchFields } from '#core/search/fields'
import { gather, type Occurrences } from './gather'
import type { TermPlan } from './plan'

/** Documents of one shard that match, how well, and how many words of the query each has. */
export interface Matches {
  readonly has: Uint8Array
  readonly scores: Float64Array
  readonly words: Uint8Array
}

/** What lunr takes from one index, taken from all shards together, so that a score means the same in each. */
export interface Statistics {
  readonly documents: number
  readonly averages: readonly number[]
}

// lunr's defaults (lunr.Builder: _k1, _b).
const k1 = 1.2
const b = 0.75
/** What a word that only begins like the one asked for is worth beside it. */
const nearWeight = 0.3

export const collectStatistics = (shards: readonly Shard[]): Statistics => {
  const sums = shards.map((shard) => shard.sums())
  const total = (pick: (sum: (typeof sums)[number]) => number): number =>
    sums.reduce((whole, sum) => whole + pick(sum), 0)
  return {
    documents: total((sum) => sum.documents),
    averages: searchFields.map((_, field) => {
      const filled = total((sum) => sum.filled[field] ?? 0)
      return filled === 0 ? 1 : total((sum) => sum.lengths[field] ?? 0) / filled
    }),
  }
}

export const noMatches = (size: number): Matches => ({
  has: new Uint8Array(size),
  scores: new Float64Array(size),
  words: new Uint8Array(size),
})

/** lunr.idf: `found` counts fields of documents, as lunr does. */
export const inverseFrequency = (found: number, documents: number): number =>
  Math.log(1 + Math.abs((documents - found + 0.5) / (found + 0.5)))

const add = (
  matches: Matches,
  shard: Shard,
  { keys, counts }: Occurrences,
  weight: number,
  averages: readonly number[],
): void => {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number
    const document = documentOf(key)
    const field = fieldOf(key)
    const count = counts[at] as number
    const boost = searchFields[field]?.boost ?? 1
    const relative = shard.length(document, field) / (averages[field] ?? 1)
    matches.has[document] = 1
    matches.words[document] = 1
    matches.scores[document] =
      (matches.scores[document] as number) +
      (weight * boost * (k1 + 1) * count) / (k1 * (1 - b + b * relative) + count)
  }
}

/** lunr's BM25 of one word of the query, by shard. */
export const scoreTerm = (
  shards: readonly Shard[],
  term: TermPlan,
  { documents, averages }: Statistics,
): readonly Matches[] => {
  const all = shards.map((shard) => noMatches(shard.size()))
  for (const [group, weight] of [[term.exact, 1] as const, [term.near, nearWeight] as const]) {
    const found = shards.map((shard, at) => gather(shard, group[at] ?? [], term.field))
    const frequency = found.reduce((sum, { keys }) => sum + keys.length, 0)
    const idf = inverseFrequency(frequency, documents)
    for (const [at, shard] of shards.entries())
      add(all[at] as Matches, shard, found[at] as Occurrences, idf * weight, averages)
  }
  return all
}
