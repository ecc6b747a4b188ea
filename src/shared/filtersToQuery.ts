import type { FacetFilter } from './contract/search'
import type { FacetName } from './facets'

const asField = (field: string, value: string): string => `${field}:"${value.replaceAll('"', ' ')}"`

const monthTerm = (value: string): string => {
  const [first = value, last] = value.split('/')
  if (last === undefined) return `on:${first}`
  return `((on:${first} OR after:${first}) AND (on:${last} OR before:${last}))`
}

const filterToTerm = ({ facet, value }: FacetFilter): string => {
  if (facet === 'month') return monthTerm(value)
  const isCode = facet === 'kind' || facet === 'language' || facet === 'has' || facet === 'is'
  return isCode ? `${facet}:${value}` : asField(facet, value)
}

const anyOf = (terms: readonly string[]): string =>
  terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`

/** A text with OR is taken together. Any other stands last, so that a word that is still typed is read as it was by itself. */
const isGroup = (words: string): boolean => /\bOR\b/u.test(words)

/** The query that finds what `text` finds with these filters, for what takes one text: a selection, a saved line. */
export const filtersToQuery = (text: string, filters: readonly FacetFilter[]): string => {
  const words = text.trim()
  if (filters.length === 0) return words
  const included = new Map<FacetName, string[]>()
  for (const filter of filters.filter(({ excluded }) => !excluded))
    included.set(filter.facet, [...(included.get(filter.facet) ?? []), filterToTerm(filter)])
  return [
    ...(isGroup(words) ? [`(${words})`] : []),
    ...[...included.values()].map(anyOf),
    ...filters.filter(({ excluded }) => excluded).map((filter) => `NOT ${filterToTerm(filter)}`),
    ...(isGroup(words) || words === '' ? [] : [words]),
  ].join(' AND ')
}
