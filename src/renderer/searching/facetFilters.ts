import type { FacetFilter } from '#shared/contract/search'
import type { FacetName } from '#shared/facets'

/** Whether a value is narrowed to (`in`), left out (`out`), or neither. */
export type FacetState = 'in' | 'out' | 'none'

const isSame = (a: FacetFilter, b: Pick<FacetFilter, 'facet' | 'value'>): boolean =>
  a.facet === b.facet && a.value === b.value

export const stateOf = (
  filters: readonly FacetFilter[],
  one: Pick<FacetFilter, 'facet' | 'value'>,
): FacetState => {
  const held = filters.find((filter) => isSame(filter, one))
  return held ? (held.excluded ? 'out' : 'in') : 'none'
}

export const without = (
  filters: readonly FacetFilter[],
  one: Pick<FacetFilter, 'facet' | 'value'>,
): readonly FacetFilter[] => filters.filter((filter) => !isSame(filter, one))

/** Turns a value on, or off where it is so already; a value that was left out is narrowed to, and the other way round. */
export const flipped = (
  filters: readonly FacetFilter[],
  facet: FacetName,
  value: string,
  to: 'in' | 'out',
): readonly FacetFilter[] => {
  const rest = without(filters, { facet, value })
  if (stateOf(filters, { facet, value }) === to) return rest
  return [...rest, { facet, value, ...(to === 'out' ? { excluded: true } : {}) }]
}

/** The months that are narrowed to; one interval at a time. */
export const monthsOf = (filters: readonly FacetFilter[]): string | undefined =>
  filters.find((filter) => filter.facet === 'month' && !filter.excluded)?.value

export const withMonths = (
  filters: readonly FacetFilter[],
  months: string | undefined,
): readonly FacetFilter[] => {
  const rest = filters.filter((filter) => filter.facet !== 'month' || filter.excluded)
  return months === undefined ? rest : [...rest, { facet: 'month', value: months }]
}
