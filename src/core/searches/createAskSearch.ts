import { itemKind } from '#shared/model/kinds'
import type { FacetFilter } from '#shared/model/searchFilter'
import type { SearchQuery, SearchService } from '../search/types'
import type { AskSearch, KindCounts } from './types'

/** A filter as the query language says it, for what the engine does not narrow by. */
const toTerm = ({ facet, value, excluded }: FacetFilter): string => {
  const term =
    facet === 'month'
      ? `on:${value}`
      : /^(?:kind|language|has|is)$/.test(facet)
        ? `${facet}:${value}`
        : `${facet}:"${value.replaceAll('"', ' ')}"`
  return excluded ? `NOT ${term}` : term
}

/** The engine's question: it narrows by kind and language, and ranks by relevance. */
const toQuery = (
  text: string,
  filters: readonly FacetFilter[],
): Pick<SearchQuery, 'text' | 'kinds' | 'languages'> => {
  const valuesOf = (facet: FacetFilter['facet']): readonly string[] =>
    filters.filter((one) => one.facet === facet && !one.excluded).map(({ value }) => value)
  const others = filters.filter(
    ({ facet, excluded }) => excluded || (facet !== 'kind' && facet !== 'language'),
  )
  const kinds = itemKind.options.filter((kind) => valuesOf('kind').includes(kind))
  const languages = valuesOf('language')
  return {
    text: others.length === 0 ? text : [`(${text})`, ...others.map(toTerm)].join(' AND '),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(languages.length > 0 ? { languages } : {}),
  }
}

/** The one place where this folder meets the engine: what that calls its filters, sorts and counts is known here alone. */
export const createAskSearch =
  (search: Pick<SearchService, 'query'>): AskSearch =>
  async ({ text, filters, offset, limit }, signal) => {
    const query = { ...toQuery(text, filters), offset, limit, placesPerHit: 1 }
    const { notes, total, hits, facets } = await search.query(query, signal ? { signal } : {})
    const countOf = (kind: string): number => facets.kinds.find((one) => one.kind === kind)?.count ?? 0
    const kinds: KindCounts = {
      article: countOf('article'),
      photo: countOf('photo'),
      reference: countOf('reference'),
    }
    return { notes, total, hits, kinds }
  }
