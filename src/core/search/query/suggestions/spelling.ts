import { scriptOf } from '#core/search/analysis/scripts'
import { isWithinEdits } from '../editDistance'
import { spellingCost } from './spellingCost'
import { wordTableOf, type WordList } from './wordTable'

/** A word that may have been meant; `score` is larger for the likelier one. */
export interface Alternative {
  readonly word: string
  readonly score: number
  readonly cost: number
  /** Items that hold it. */
  readonly count: number
}

/** The part of a shard in which words are looked for. */
export interface SpellingShard extends WordList {
  readonly term: (word: string) => number | undefined
  readonly frequency: (term: number) => number
}

/** So many times commoner a word must be for each letter that it differs more, as a logarithm. */
const costWeight = 6

/** How many letters may be wrong: none in the shortest words, where all are each other's neighbours. */
export const editsAllowed = (word: string): 0 | 1 | 2 => (word.length < 3 ? 0 : word.length < 5 ? 1 : 2)

export const toAlternative = (typed: string, word: string, count: number): Alternative => {
  const cost = spellingCost(typed, word)
  return { word, count, cost, score: Math.log(count) - costWeight * cost }
}

export const byScore = (a: Alternative, b: Alternative): number =>
  b.score - a.score || (a.word < b.word ? -1 : 1)

export const frequencyOf = (shards: readonly SpellingShard[], word: string): number =>
  shards.reduce((sum, shard) => {
    const term = shard.term(word)
    return term === undefined ? sum : sum + shard.frequency(term)
  }, 0)

/** Finds words of the shards that are spelled nearly so, likeliest first; one for an engine, since it keeps tables of words. `checkpoint` as in `Scratch`. */
export const createSpelling = (checkpoint: () => void) => {
  const within = (shards: readonly SpellingShard[], word: string, edits: 1 | 2): readonly Alternative[] => {
    const found = new Set<string>()
    for (const shard of shards) {
      checkpoint()
      for (const term of wordTableOf(shard).near(word, edits, checkpoint)) found.add(shard.word(term))
    }
    found.delete(word)
    return [...found]
      .filter((other) => scriptOf(other) === scriptOf(word) && isWithinEdits(word, other, edits))
      .map((other) => toAlternative(word, other, frequencyOf(shards, other)))
      .filter(({ count }) => count > 0)
      .sort(byScore)
  }

  return (shards: readonly SpellingShard[], word: string): readonly Alternative[] => {
    const edits = editsAllowed(word)
    return edits === 0 ? [] : within(shards, word, edits)
  }
}
