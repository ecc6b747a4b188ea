import type { Shard } from '#core/search/index/shard'
import type { Id } from '#shared/model/scalars'
import { indexedDocument, type IndexedDocument } from './indexedDocument'
import type { Matches } from './score'

export interface Ranked {
  readonly id: Id
  readonly score: number
}

/** Best first; of equals the smaller id, so that an order never changes by itself. */
const isBetter = (a: Ranked, b: Ranked): boolean => a.score > b.score || (a.score === b.score && a.id < b.id)

const byRank = (a: Ranked, b: Ranked): number => (isBetter(a, b) ? -1 : 1)

/** The first `most` of all matches, best first, and how many there are. A score counts by the share of words matched. */
export const rank = (
  shards: readonly Shard[],
  matches: readonly Matches[],
  wordsAsked: number,
  accepts: (document: IndexedDocument) => boolean,
  most: number,
): { readonly total: number; readonly best: readonly Ranked[] } => {
  let best: Ranked[] = []
  let total = 0
  let worst: Ranked | undefined
  for (const [at, shard] of shards.entries()) {
    const { has, scores, words } = matches[at] as Matches
    for (let number = 0; number < has.length; number++) {
      if (!has[number] || shard.isMasked(number)) continue
      const document = indexedDocument(shard, number)
      if (!accepts(document)) continue
      total += 1
      const share = wordsAsked === 0 ? 1 : (words[number] as number) / wordsAsked
      const ranked = { id: document.id, score: (scores[number] as number) * share }
      if (worst && !isBetter(ranked, worst)) continue
      best.push(ranked)
      if (best.length < most * 2 + 64) continue
      best = best.sort(byRank).slice(0, most)
      worst = best.at(-1)
    }
  }
  return { total, best: best.sort(byRank).slice(0, most) }
}
