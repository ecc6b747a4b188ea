import type { Shard } from '#core/search/index/shard'
import type { TermPlan } from './plan'

/** What words were bound to, by how they were asked for. */
export type BoundWords = Pick<Map<string, TermPlan>, 'get' | 'set'>

/**
 * Remembers from one query to the next what whole words were bound to: while one types, all words but the last are those of the
 * letter before.
 */
export interface WordMemory {
  /** Nothing of it is from other shards, or from before one of these took in a document. */
  readonly of: (shards: readonly Shard[]) => BoundWords
}

/** More than one query has; a word stands for few terms. */
const mostWords = 500

export const createWordMemory = (most = mostWords): WordMemory => {
  let known: { readonly shard: Shard; readonly size: number }[] = []
  const words = new Map<string, TermPlan>()
  const bound: BoundWords = {
    get: (asked) => words.get(asked),
    set: (asked, plan) => {
      if (words.size >= most) words.clear()
      return words.set(asked, plan)
    },
  }

  const isKnown = (shards: readonly Shard[]): boolean =>
    shards.length === known.length &&
    shards.every((shard, at) => shard === known[at]?.shard && shard.size() === known[at].size)

  return {
    of: (shards) => {
      if (!isKnown(shards)) {
        words.clear()
        known = shards.map((shard) => ({ shard, size: shard.size() }))
      }
      return bound
    },
  }
}
