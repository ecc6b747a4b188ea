import { searchFields } from '#core/search/fields'
import { countOf, fieldOf, keyOf, type Shard } from '#core/search/index/shard'
import type { Evaluator, Measured } from './evaluate'
import { termsOf, type LeafPlan, type TermPlan, type WordGroup } from './plan'
import type { Scratch, Slice } from './scratch'
import { weightOf, type Statistics } from './statistics'

// lunr's defaults (lunr.Builder: _k1, _b).
const k1 = 1.2
const b = 0.75

/**
 * Scores are sums of whole multiples of this, which doubles add without any error, so that a score is the same in whatever
 * order, and in however many shards, its parts are found.
 */
const unit = 2 ** -24

const boosts = searchFields.map(({ boost }) => boost)

export interface Scorer {
  /** Adds up in `scratch.scores` what each marked document has of the leaves, and in `scratch.words` how many words. */
  readonly score: (shard: Shard, evaluator: Evaluator, matched: Uint8Array) => void
  /** How many words there are to have. */
  readonly asked: number
}

export const createScorer = (
  scratch: Scratch,
  leaves: readonly LeafPlan[],
  measured: Measured,
  statistics: Statistics,
): Scorer => {
  const words = leaves.map((leaf) => ({ leaf, terms: termsOf(leaf) }))
  const weights = new Map<WordGroup, number>(
    words
      .flatMap(({ terms }) => terms)
      .flatMap(({ groups }) => groups)
      .map((group) => [group, weightOf(group, measured, statistics)]),
  )
  const { averages } = statistics

  const addList = (shard: Shard, list: Slice, weight: number, within: Uint8Array, word: number): void => {
    const { values, scores, words: counts, lastWord } = scratch
    for (let at = list.start; at < list.end; at++) {
      const entry = values[at] as number
      const document = entry >>> 12
      if (!within[document]) continue
      const field = fieldOf(keyOf(entry))
      const count = countOf(entry)
      const relative = shard.length(document, field) / (averages[field] as number)
      const gain =
        (weight * (boosts[field] as number) * (k1 + 1) * count) / (k1 * (1 - b + b * relative) + count)
      scores[document] = (scores[document] as number) + Math.round(gain / unit) * unit
      if (lastWord[document] === word) continue
      lastWord[document] = word
      counts[document] = (counts[document] as number) + 1
    }
  }

  const addTerm = (
    shard: Shard,
    evaluator: Evaluator,
    term: TermPlan,
    within: Uint8Array,
    word: number,
  ): void => {
    const lists = evaluator.occurrences(term, within)
    for (const [at, list] of lists.entries())
      addList(shard, list, weights.get(term.groups[at] as WordGroup) ?? 0, within, word)
  }

  return {
    asked: words.reduce((sum, { terms }) => sum + terms.length, 0),
    score: (shard, evaluator, matched) => {
      let word = 0
      for (const { leaf, terms } of words) {
        if (leaf.type === 'term') {
          addTerm(shard, evaluator, leaf, matched, ++word)
          continue
        }
        // Words of a phrase count where the phrase stands.
        const own = evaluator.documents(leaf, matched)
        const within = scratch.markedBy(own)
        for (const term of terms) addTerm(shard, evaluator, term, within, ++word)
        scratch.giveMarks(within, own)
      }
    },
  }
}
