import type { SearchService } from '../search/types'
import type { AskSearch, KindCounts } from './types'

/** The one place where this folder meets the engine: what that calls its counts is known here alone. */
export const createAskSearch =
  (search: Pick<SearchService, 'query'>): AskSearch =>
  async ({ text, filters, sort, offset, limit }, signal) => {
    const query = { text, filters, sort, offset, limit, placesPerHit: 1 }
    const { notes, total, hits, facets } = await search.query(query, signal ? { signal } : {})
    const ofKinds = facets.find(({ facet }) => facet === 'kind')?.values ?? []
    const countOf = (kind: string): number => ofKinds.find(({ value }) => value === kind)?.count ?? 0
    const kinds: KindCounts = {
      article: countOf('article'),
      photo: countOf('photo'),
      reference: countOf('reference'),
    }
    return { notes, total, hits, kinds }
  }
