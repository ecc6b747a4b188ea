import type { LocationQuery, RouteLocationNormalizedLoaded, RouteLocationRaw } from 'vue-router'
import type { ListFilter, Row } from '#shared/contract/library'

const kinds = ['article', 'photo', 'reference', 'source'] as const
type Kind = (typeof kinds)[number]

const isKind = (value: unknown): value is Kind => kinds.includes(value as Kind)
const first = (value: LocationQuery[string] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) ?? undefined

/** What the list is set to show, as the address says it. */
export const routeToFilter = (route: Pick<RouteLocationNormalizedLoaded, 'query' | 'params'>): ListFilter => {
  const asked = first(route.query.show) ?? (route.params.id ? undefined : route.params.kind)
  const is = first(route.query.is)
  const sourceId = first(route.query.source)
  const languages = first(route.query.lang)?.split(',').filter(Boolean)
  return {
    ...(isKind(asked) ? { kind: asked } : {}),
    ...(is === 'unsourced' || is === 'inferred' ? { is } : {}),
    ...(sourceId ? { sourceId } : {}),
    ...(languages?.length ? { languages } : {}),
  }
}

const filterToQuery = (filter: ListFilter): Record<string, string> => ({
  ...(filter.kind ? { show: filter.kind } : {}),
  ...(filter.is ? { is: filter.is } : {}),
  ...(filter.sourceId ? { source: filter.sourceId } : {}),
  ...(filter.languages?.length ? { lang: filter.languages.join(',') } : {}),
})

/** The address of a list. */
export const listRoute = (filter: ListFilter): RouteLocationRaw => ({
  path: '/library',
  query: filterToQuery(filter),
})

/** The address of a record, beside the list that is shown; `label` is the passage to go to. */
export const recordRoute = (
  record: Pick<Row, 'id' | 'kind'>,
  filter: ListFilter = {},
  label?: string,
): RouteLocationRaw => ({
  name: 'library',
  params: { kind: record.kind, id: record.id },
  query: filterToQuery(filter),
  ...(label ? { hash: `#${label}` } : {}),
})

/** The address of whatever has a place of its own: claims have a view, and notes and citations stand where they belong. */
export const placeRoute = (
  { id, kind }: { readonly id: string; readonly kind: string },
  label?: string,
): RouteLocationRaw | undefined => {
  if (kind === 'claim') return { name: 'claims', params: { id } }
  return isKind(kind) ? recordRoute({ id, kind }, {}, label) : undefined
}
