import type { Marks } from '#core/search/index/marks'
import type { Shard } from '#core/search/index/shard'
import { createAccumulator } from './accumulate'
import type { Evaluator } from './evaluate'
import { termsOf, type LeafPlan, type TermPlan, type WordGroup } from './plan'
import type { Scratch, Slice } from './scratch'
import { weightOf, type Measured, type Scoring, type Statistics } from './statistics'

export interface Scorer {
  /** Scores the matches of a shard, and hands each one's score on. */
  readonly score: (
    shard: Shard,
    evaluator: Evaluator,
    matches: Slice,
    take: (document: number, score: number) => void,
  ) => void
}

export const createScorer = (
  scratch: Scratch,
  leaves: readonly LeafPlan[],
  measured: Measured,
  statistics: Statistics,
  scoring: Scoring,
): Scorer => {
  const words = leaves.map((leaf) => ({ leaf, terms: termsOf(leaf) }))
  const weights = new Map<WordGroup, number>(
    words
      .flatMap(({ terms }) => terms)
      .flatMap(({ groups }) => groups)
      .map((group) => [group, weightOf(group, measured, statistics)]),
  )
  const accumulator = createAccumulator(scratch, statistics.averages)

  const addTerm = (shard: Shard, evaluator: Evaluator, term: TermPlan, within: Marks, word: number): void => {
    const lists = evaluator.occurrences(term, within)
    for (const [at, list] of lists.entries())
      accumulator.add(shard, list, weights.get(term.groups[at] as WordGroup) ?? 0, within, word)
  }

  const addLeaves = (shard: Shard, evaluator: Evaluator, matched: Marks): void => {
    let word = 0
    for (const { leaf, terms } of words) {
      scratch.checkpoint()
      if (leaf.type === 'term') {
        addTerm(shard, evaluator, leaf, matched, ++word)
        continue
      }
      // Words of a phrase count where the phrase stands.
      const own = evaluator.documents(leaf, matched)
      const within = scratch.markedBy(own)
      for (const term of terms) addTerm(shard, evaluator, term, within, ++word)
      scratch.giveMarks(within)
    }
  }

  const asked = words.reduce((sum, { terms }) => sum + terms.length, 0)

  return {
    score: (shard, evaluator, matches, take) => {
      const matched = scratch.markedBy(matches)
      addLeaves(shard, evaluator, matched)
      scratch.giveMarks(matched)
      const { values } = scratch
      for (let at = matches.start; at < matches.end; at++) {
        const document = values[at] as number
        take(document, accumulator.take(document, scoring.combine, asked))
      }
    },
  }
}
