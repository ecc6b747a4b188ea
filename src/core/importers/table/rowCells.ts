import type { Doubt } from '#shared/model/article'
import type { TableMapping } from '#shared/model/parsed'
import { containerTypeOf } from './containerTypes'
import type { HeadedType } from './containerTypes'
import { mappingFields } from './headFields'
import { restoreCell } from './restoreCell'

/** One row by the fields of its target. */
export interface RowCells {
  /** Counted from 1, without the header and blank lines. */
  readonly number: number
  /** Filled cells of a field, in the order of the columns: several columns may go to one. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** Filled cells of columns that go nowhere, by their heads. */
  readonly others: ReadonlyMap<string, string>
  readonly doubts: readonly Doubt[]
  /** The type that the head of the container's column speaks of: 'Newspaper'. */
  readonly container: HeadedType | undefined
}

const tooLong: Doubt = {
  field: 'row',
  message: 'The row has more cells than the table has columns; the last ones were left out.',
}

/** How rows are read by a mapping. A column that goes to a field which the target does not have goes nowhere. */
export const createRowReader = (
  columns: readonly string[],
  mapping: TableMapping,
): ((row: readonly string[], number: number) => RowCells) => {
  const known = new Set(mappingFields[mapping.target])
  const fields = columns.map((head, index) => {
    const field = Object.hasOwn(mapping.columns, head) ? mapping.columns[head] : undefined
    const isFirst = columns.indexOf(head) === index
    return isFirst && field !== undefined && known.has(field) ? field : undefined
  })
  const containers = columns.filter((_, index) => fields[index] === 'container-title')
  const container = containers.map(containerTypeOf).find((type) => type !== undefined)
  return (row, number) => {
    const values = new Map<string, string[]>()
    const others = new Map<string, string>()
    for (const [index, head] of columns.entries()) {
      const value = restoreCell(row[index] ?? '')
      const field = fields[index]
      if (value === undefined || head === '__proto__') continue
      const before = field === undefined ? undefined : values.get(field)
      if (field === undefined) others.set(head || `column ${index + 1}`, value)
      else if (before) before.push(value)
      else values.set(field, [value])
    }
    const isTooLong = row.slice(columns.length).some((cell) => cell.trim() !== '')
    return { number, values, others, doubts: isTooLong ? [tooLong] : [], container }
  }
}
