import type { Shard } from '#core/search/index/shard'
import type { SortOrder } from '#core/search/types'
import type { Id } from '#shared/model/scalars'

export interface Ranked {
  readonly id: Id
  readonly score: number
}

/** What a document is ordered by: the smaller comes first. */
type Key = number | string

interface Candidate {
  readonly key: Key
  readonly score: number
  readonly shard: number
  readonly document: number
}

/** Keeps the first of what it is offered. Of equals the smaller id comes first, so that an order never changes by itself. */
export interface Ranking {
  readonly offer: (shard: number, document: number, score: number) => void
  /** Best first. */
  readonly best: () => readonly Ranked[]
}

const keyOf = (order: SortOrder, shard: Shard, document: number, score: number): Key => {
  switch (order) {
    case 'relevance':
      return -score
    case 'newest':
      return -(shard.published(document)?.[0] ?? -Infinity)
    case 'oldest':
      return shard.published(document)?.[0] ?? Infinity
    case 'headline':
      return shard.sortTitle(document)
  }
}

/** More than these are sorted all at once: a heap pays for few. */
const largestHeap = 2000

export const createRanking = (shards: readonly Shard[], order: SortOrder, most: number): Ranking => {
  const idOf = ({ shard, document }: Candidate): Id => shards[shard]?.id(document) ?? ''
  const isBefore = (a: Candidate, b: Candidate): boolean =>
    a.key < b.key || (a.key === b.key && idOf(a) < idOf(b))
  /** A heap with the last one on top, once it is full; before that in the order of the offers. */
  const kept: Candidate[] = []
  const isBounded = most <= largestHeap
  let worst: Key | undefined

  const sink = (from: number): void => {
    const moved = kept[from] as Candidate
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= kept.length) break
      if (child + 1 < kept.length && isBefore(kept[child] as Candidate, kept[child + 1] as Candidate))
        child += 1
      if (!isBefore(moved, kept[child] as Candidate)) break
      kept[at] = kept[child] as Candidate
      at = child
    }
    kept[at] = moved
  }

  const take = (candidate: Candidate): void => {
    if (!isBounded || kept.length < most) {
      kept.push(candidate)
      if (!isBounded || kept.length < most) return
      for (let at = kept.length >> 1; at >= 0; at--) sink(at)
    } else if (isBefore(candidate, kept[0] as Candidate)) {
      kept[0] = candidate
      sink(0)
    }
    worst = kept[0]?.key
  }

  return {
    offer: (shard, document, score) => {
      if (most <= 0) return
      const key = keyOf(order, shards[shard] as Shard, document, score)
      if (worst !== undefined && key > worst) return
      take({ key, score, shard, document })
    },
    best: () =>
      [...kept]
        .sort((a, b) => (isBefore(a, b) ? -1 : 1))
        .slice(0, most)
        .map((candidate) => ({ id: idOf(candidate), score: candidate.score })),
  }
}
