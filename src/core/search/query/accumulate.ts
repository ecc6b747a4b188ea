import { fieldNumber, searchFields } from '#core/search/fields'
import { countOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'
import type { Scratch, Slice } from './scratch'

// lunr's defaults (lunr.Builder: _k1, _b).
const k1 = 1.2
const b = 0.75

/**
 * Scores are sums of whole multiples of this, which doubles add without any error, so that a score is the same in whatever
 * order, and in however many shards, its parts are found.
 */
const unit = 2 ** -24

const headline = fieldNumber('headline')
/** What a headline is worth as running text is added as such; what it is worth beyond that is kept apart. */
const boosts = searchFields.map(({ boost }, field) => (field === headline ? 1 : boost))
const headlineLift = searchFields.reduce(
  (lift, { boost }, field) => (field === headline ? boost - 1 : lift),
  0,
)

/** Adds the occurrences of a list up by document: those of word number `word` (from 1), in marked documents. */
export type AddOccurrences = (
  shard: Shard,
  list: Slice,
  weight: number,
  within: Uint8Array,
  word: number,
) => void

/** lunr's BM25 of each occurrence, into `scratch`. `averages` are words in each field. */
export const createAccumulator = (scratch: Scratch, averages: readonly number[]): AddOccurrences => {
  const addHeadline = (document: number, gain: number, word: number): void => {
    const { lifts, headlineWords, lastHeadlineWord } = scratch
    lifts[document] = (lifts[document] as number) + Math.round((gain * headlineLift) / unit) * unit
    if (lastHeadlineWord[document] === word) return
    lastHeadlineWord[document] = word
    headlineWords[document] = (headlineWords[document] as number) + 1
  }

  return (shard, list, weight, within, word) => {
    const { values, scores, words: counts, lastWord } = scratch
    for (let at = list.start; at < list.end; at++) {
      const entry = values[at] as number
      const document = entry >>> 12
      if (!within[document]) continue
      const field = fieldOf(keyOf(entry))
      const count = countOf(entry)
      const relative = shard.length(document, field) / (averages[field] as number)
      const gain = (weight * (k1 + 1) * count) / (k1 * (1 - b + b * relative) + count)
      if (field === headline) addHeadline(document, gain, word)
      scores[document] =
        (scores[document] as number) + Math.round((gain * (boosts[field] as number)) / unit) * unit
      if (lastWord[document] === word) continue
      lastWord[document] = word
      counts[document] = (counts[document] as number) + 1
    }
  }
}
