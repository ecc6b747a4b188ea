import type { LocationQuery, RouteLocationRaw } from 'vue-router'
import type { FacetFilter } from '#shared/contract/search'
import { facetNames, sortOrders, type FacetName, type SortOrder } from '#shared/facets'

/** What is searched for. */
export interface SearchAsked {
  readonly text: string
  readonly filters: readonly FacetFilter[]
  readonly sort: SortOrder
}

export const nothingAsked: SearchAsked = { text: '', filters: [], sort: 'relevance' }

export const isNothing = ({ text, filters }: SearchAsked): boolean =>
  text.trim() === '' && filters.length === 0

/** The same for two questions that find the same in the same order. */
export const askedKey = ({ text, filters, sort }: SearchAsked): string =>
  JSON.stringify([text, sort, filters.map(({ facet, value, excluded }) => [facet, value, excluded ?? false])])

const valuesOf = (value: LocationQuery[string] | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

const toFilter = (text: string, excluded: boolean): readonly FacetFilter[] => {
  const colon = text.indexOf(':')
  const facet = text.slice(0, colon)
  const value = text.slice(colon + 1)
  if (!facetNames.includes(facet as FacetName) || value === '' || value.length > 1000) return []
  return [{ facet: facet as FacetName, value, ...(excluded ? { excluded } : {}) }]
}

/** The question that an address holds: `q`, `with=kind:photo`, `without=language:fr`, `sort`. What can't be read is left out. */
export const addressToAsked = (query: LocationQuery): SearchAsked => {
  const sort = valuesOf(query.sort)[0]
  return {
    text: (valuesOf(query.q)[0] ?? '').slice(0, 2000),
    filters: [
      ...valuesOf(query.with).flatMap((text) => toFilter(text, false)),
      ...valuesOf(query.without).flatMap((text) => toFilter(text, true)),
    ].slice(0, 200),
    sort: sortOrders.find((one) => one === sort) ?? 'relevance',
  }
}

/** The address of a question: whoever keeps it can ask again. `path` is another where something else is done with what it finds. */
export const askedToAddress = (
  { text, filters, sort }: SearchAsked,
  path: '/search' | '/packs' = '/search',
): RouteLocationRaw => {
  const written = (excluded: boolean): string[] =>
    filters
      .filter((filter) => (filter.excluded ?? false) === excluded)
      .map(({ facet, value }) => `${facet}:${value}`)
  const [included, left] = [written(false), written(true)]
  return {
    path,
    query: {
      q: text,
      ...(included.length > 0 ? { with: included } : {}),
      ...(left.length > 0 ? { without: left } : {}),
      ...(sort === 'relevance' ? {} : { sort }),
    },
  }
}
