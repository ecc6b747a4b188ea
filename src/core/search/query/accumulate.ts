import { fieldNumber, searchFields } from '#core/search/fields'
import { isMarked, type Marks } from '#core/search/index/marks'
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

/** How many words were counted, above the number of the last one; so a second occurrence counts no more. */
const oneWord = 1 << 16
/** Whether one of them was in the headline: for most documents nothing else is looked up about it then. */
const headlineBit = 1 << 31
const countWord = (words: number, word: number): number =>
  (words & (oneWord - 1)) === word ? words : (words & ~(oneWord - 1)) + oneWord + word
const wordsIn = (words: number): number => (words & ~headlineBit) >>> 16

/** What scores are made of. */
export interface Accumulator {
  /** Adds the occurrences of a list up by document: those of word number `word` (from 1), in marked documents. */
  readonly add: (shard: Shard, list: Slice, weight: number, within: Marks, word: number) => void
  /** Gives what a document came to, and forgets it. `combine` as in `Scoring`. */
  readonly take: (
    document: number,
    combine: (sum: number, words: number, lift: number, headlineWords: number, asked: number) => number,
    asked: number,
  ) => number
}

/** lunr's BM25 of each occurrence, into `scratch`. `averages` are words in each field. */
export const createAccumulator = (scratch: Scratch, averages: readonly number[]): Accumulator => {
  const addHeadline = (document: number, gain: number, word: number): void => {
    const { words, lifts, headlineWords } = scratch
    words[document] = (words[document] as number) | headlineBit
    lifts[document] = (lifts[document] as number) + Math.round((gain * headlineLift) / unit) * unit
    headlineWords[document] = countWord(headlineWords[document] as number, word)
  }

  return {
    add: (shard, list, weight, within, word) => {
      const { values, scores, words } = scratch
      for (let at = list.start; at < list.end; at++) {
        const entry = values[at] as number
        const document = entry >>> 12
        if (!isMarked(within, document)) continue
        const field = fieldOf(keyOf(entry))
        const count = countOf(entry)
        const relative = shard.length(document, field) / (averages[field] as number)
        const gain = (weight * (k1 + 1) * count) / (k1 * (1 - b + b * relative) + count)
        words[document] = countWord(words[document] as number, word)
        scores[document] =
          (scores[document] as number) + Math.round((gain * (boosts[field] as number)) / unit) * unit
        if (field === headline) addHeadline(document, gain, word)
      }
    },
    take: (document, combine, asked) => {
      const { scores, words, lifts, headlineWords } = scratch
      const counted = words[document] as number
      const sum = scores[document] as number
      scores[document] = 0
      words[document] = 0
      if (counted >>> 31 === 0) return combine(sum, wordsIn(counted), 0, 0, asked)
      const lift = lifts[document] as number
      const inHeadline = wordsIn(headlineWords[document] as number)
      lifts[document] = 0
      headlineWords[document] = 0
      return combine(sum, wordsIn(counted), lift, inHeadline, asked)
    },
  }
}
