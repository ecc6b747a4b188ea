import type { Totals } from '#shared/contract/overviews'
import type { Id } from '#shared/model/scalars'
import type { CitingArticle, Coverage, Pause } from './types'

export type Counts = Pick<Totals, 'articles' | 'sources' | 'passages' | 'citations'>

/** Counts articles and what they cite, each source once. */
export interface Tally {
  readonly add: (article: CitingArticle) => void
  readonly counts: () => Counts
}

export const createTally = (): Tally => {
  const sources = new Set<Id>()
  let [articles, passages, citations] = [0, 0, 0]
  return {
    add: (article) => {
      articles += 1
      passages += article.passages
      citations += article.citations
      for (const { sourceId } of article.cited) sources.add(sourceId)
    },
    counts: () => ({ articles, sources: sources.size, passages, citations }),
  }
}

export const totalsOf = async ({ articles, others }: Coverage, pause: Pause): Promise<Totals> => {
  const tally = createTally()
  let uncited = 0
  for (const article of articles) {
    tally.add(article)
    if (article.cited.length === 0) uncited += 1
    await pause()
  }
  return { ...tally.counts(), uncited, others }
}
