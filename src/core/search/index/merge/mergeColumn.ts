import { byCodeUnit } from '../sortedWords'
import type { FacetName } from '#shared/facets'
import type { DocumentPlan } from './planDocuments'

/** A facet's column with its values in order, only those that a document has; each document's rise. */
export const mergeColumn = (
  { documents }: DocumentPlan,
  facet: FacetName,
): {
  readonly values: readonly string[]
  readonly starts: Uint32Array
  readonly numbers: Uint32Array | Uint16Array
} => {
  const rows = documents.map(({ source, document }) => {
    const { values, starts, numbers } = source.column(facet)
    const row: string[] = []
    for (let at = starts[document] as number; at < (starts[document + 1] as number); at++)
      row.push(values[numbers[at] as number] as string)
    return row
  })
  const values = [...new Set(rows.flat())].sort(byCodeUnit)
  const places = new Map(values.map((value, at) => [value, at]))
  const starts = new Uint32Array(rows.length + 1)
  const numbers: number[] = []
  for (const [at, row] of rows.entries()) {
    numbers.push(...row.map((value) => places.get(value) as number).sort((a, b) => a - b))
    starts[at + 1] = numbers.length
  }
  return {
    values,
    starts,
    numbers: values.length > 65_536 ? Uint32Array.from(numbers) : Uint16Array.from(numbers),
  }
}
