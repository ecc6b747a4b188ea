import type { FacetColumn } from './shard'
import { wellFormed } from './wellFormed'

/** A facet's column that is filled document by document. */
export interface GrowingColumn extends FacetColumn {
  /** Takes the values of the next document; what is said twice counts once. */
  readonly add: (values: readonly string[]) => void
}

export const createGrowingColumn = (): GrowingColumn => {
  const places = new Map<string, number>()
  const values: string[] = []
  const starts: number[] = [0]
  const numbers: number[] = []

  const placeOf = (value: string): number => {
    const known = places.get(value)
    if (known !== undefined) return known
    places.set(value, values.length)
    values.push(value)
    return values.length - 1
  }

  return {
    values,
    starts,
    numbers,
    add: (own) => {
      for (const value of own.length > 1 ? new Set(own) : own) numbers.push(placeOf(wellFormed(value)))
      starts.push(numbers.length)
    },
  }
}
