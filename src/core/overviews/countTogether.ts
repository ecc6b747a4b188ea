import type { Id } from '#shared/model/scalars'
import type { CountedLinks } from './countLinks'
import type { CitingArticle, Pause } from './types'

/**
 * How many articles cite two sources, for each two of those that are shown: pairs of all sources would be the square of
 * them for one long list of links. `from` is the index of the more cited one.
 */
export const countTogether = async (
  articles: readonly CitingArticle[],
  shown: ReadonlyMap<Id, number>,
  pause: Pause,
): Promise<CountedLinks> => {
  const ids = [...shown.keys()]
  const counts = new Map<number, number>()
  for (const { cited } of articles) {
    const here = cited
      .map(({ sourceId }) => shown.get(sourceId))
      .filter((at) => at !== undefined)
      .sort((a, b) => a - b)
    for (const [position, from] of here.entries())
      for (const to of here.slice(position + 1)) {
        const pair = from * ids.length + to
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    await pause()
  }
  const links = [...counts].map(([pair, count]) => ({
    from: Math.floor(pair / ids.length),
    sourceId: ids[pair % ids.length] ?? '',
    articles: count,
  }))
  return { ends: [], links }
}
