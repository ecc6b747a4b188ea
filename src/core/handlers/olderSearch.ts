import type { Completion, FacetFilter, SearchResult } from '#shared/contract/search'
import { filtersToQuery } from '#shared/filtersToQuery'
import type { ItemKind } from '#shared/model/kinds'
import { searchFields } from '../search/fields'
import type { SearchAnswer, SearchQuery } from '../search/types'

/** The contract's question as the engine takes it until it narrows by every facet and sorts by itself. */
export const toOlderQuery = (
  text: string,
  filters: readonly FacetFilter[],
): Pick<SearchQuery, 'text' | 'kinds' | 'languages'> => {
  const isOwn = ({ facet, excluded }: FacetFilter): boolean =>
    text.trim() !== '' && !excluded && (facet === 'kind' || facet === 'language')
  const valuesOf = (facet: 'kind' | 'language'): readonly string[] =>
    filters.filter((one) => isOwn(one) && one.facet === facet).map(({ value }) => value)
  const others = filters.filter((filter) => !isOwn(filter))
  return {
    text: filtersToQuery(text, others),
    kinds: valuesOf('kind') as readonly ItemKind[],
    languages: valuesOf('language'),
  }
}

/** Only kinds and languages are counted. */
export const fromOlderFacets = ({ kinds, languages }: SearchAnswer['facets']): SearchResult['facets'] => [
  { facet: 'kind', values: kinds.map(({ kind, count }) => ({ value: kind, count })), more: 0 },
  {
    facet: 'language',
    values: languages.map(({ language, count }) => ({ value: language, count })),
    more: 0,
  },
]

const fieldNames: readonly string[] = [
  ...searchFields.map(({ name }) => name),
  ...['kind', 'language', 'before', 'after', 'on', 'has', 'is'],
]

/** Names of fields that go on from the word before the cursor. */
export const completeFieldName = (text: string, cursor: number): Completion => {
  const points = [...text]
  const to = Math.min(cursor, points.length)
  let from = to
  while (from > 0 && /\p{L}/u.test(points[from - 1] ?? '')) from -= 1
  const begun = points.slice(from, to).join('').toLowerCase()
  const names = begun === '' ? [] : fieldNames.filter((name) => name.startsWith(begun))
  return { from, to, options: names.map((name) => ({ text: `${name}:`, kind: 'field' as const })) }
}
