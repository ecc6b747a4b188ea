import type { DocumentFacets } from '#core/search/types'
import { facetNames, type FacetColumn, type FacetName } from './shard'

interface GrowingColumn {
  readonly values: string[]
  readonly starts: number[]
  readonly numbers: number[]
  readonly known: Map<string, number>
}

/** The values of all facets, document after document. */
export interface Columns {
  readonly add: (facets: DocumentFacets) => void
  readonly column: (facet: FacetName) => FacetColumn
}

export const createColumns = (): Columns => {
  const columns = new Map<FacetName, GrowingColumn>(
    facetNames.map((name) => [name, { values: [], starts: [0], numbers: [], known: new Map() }]),
  )
  const empty: FacetColumn = { values: [], starts: [], numbers: [] }
  return {
    add: (facets) => {
      for (const [name, { values, starts, numbers, known }] of columns) {
        for (const value of new Set(facets[name])) {
          const number = known.get(value) ?? values.push(value) - 1
          known.set(value, number)
          numbers.push(number)
        }
        starts.push(numbers.length)
      }
    },
    column: (facet) => columns.get(facet) ?? empty,
  }
}
