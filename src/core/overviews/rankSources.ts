import type { Id } from '#shared/model/scalars'
import type { Coverage, Pause } from './types'

export interface RankedSource {
  readonly id: Id
  readonly articles: number
  readonly passages: number
  readonly citations: number
}

/** The sources of all articles: by passages that cite them, then by citations as printed, then by name. */
export const rankSources = async (
  { articles, sources }: Coverage,
  pause: Pause,
): Promise<readonly RankedSource[]> => {
  const counts = new Map<Id, { articles: number; passages: number; citations: number }>()
  for (const { cited } of articles) {
    for (const { sourceId, passages, citations } of cited) {
      const one = counts.get(sourceId) ?? { articles: 0, passages: 0, citations: 0 }
      one.articles += 1
      one.passages += passages
      one.citations += citations
      counts.set(sourceId, one)
    }
    await pause()
  }
  const nameOf = (id: Id): string => sources.get(id)?.name ?? ''
  return [...counts]
    .map(([id, one]) => ({ id, ...one }))
    .sort(
      (a, b) =>
        b.passages - a.passages ||
        b.citations - a.citations ||
        (nameOf(a.id) < nameOf(b.id) ? -1 : nameOf(a.id) > nameOf(b.id) ? 1 : a.id < b.id ? -1 : 1),
    )
}
