import type { ItemKind } from '#shared/model/kinds'
import type { FacetName } from '#shared/facets'
import { monthOf } from './query/dates'
import type { DocumentFacets } from './types'

type Values = Partial<Record<FacetName, readonly (string | undefined)[]>>

/** Each value once, without what is unknown; facets without a value are left out. `month` is given as a date (EDTF). */
export const facetsOf = (kind: ItemKind, values: Values): DocumentFacets => {
  const months = values.month?.map((date) => (date === undefined ? undefined : monthOf(date)))
  const all = Object.entries({ ...values, kind: [kind], month: months ?? [] })
  return Object.fromEntries(
    all
      .map(([facet, found]) => [facet, [...new Set(found.filter(Boolean))]] as const)
      .filter(([, found]) => found.length > 0),
  )
}

/** The names of what holds. */
export const namesOf = (states: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(states).filter((name) => states[name])
