import type { ParsedTable, TableMapping } from '#shared/model/parsed'
import { tableFields } from './tableFields'

/** A column of a table to choose a field for; heads that stand twice are one. */
export interface Column {
  readonly head: string
  /** Some of its values, none of them twice. */
  readonly samples: readonly string[]
}

/** Values that are enough to know a column by. */
const samplesShown = 3

export const columnsOf = ({ columns, sample }: ParsedTable): readonly Column[] =>
  [...new Set(columns)].map((head) => {
    const at = columns.indexOf(head)
    const values = sample.map((row) => (row[at] ?? '').trim()).filter(Boolean)
    return { head, samples: [...new Set(values)].slice(0, samplesShown) }
  })

/** The fields that can be chosen: the usual ones, and what the mapping names beside them. */
export const fieldsFor = ({ target, columns }: TableMapping): readonly string[] => [
  ...new Set([...tableFields[target], ...Object.values(columns)]),
]

/** The mapping with one column changed; '' leaves it out. */
export const withColumn = (mapping: TableMapping, head: string, field: string): TableMapping => {
  const { [head]: _before, ...others } = mapping.columns
  return { ...mapping, columns: field === '' ? others : { ...others, [head]: field } }
}

/** For another kind of record: fields that it knows too stay where they are. */
export const withTarget = (mapping: TableMapping, target: TableMapping['target']): TableMapping => ({
  target,
  columns: Object.fromEntries(
    Object.entries(mapping.columns).filter(([, field]) => tableFields[target].includes(field)),
  ),
})

/** A field that more than one column would become. */
export const fieldTwice = ({ columns }: TableMapping): string | undefined => {
  const fields = Object.values(columns)
  return fields.find((field, at) => fields.indexOf(field) < at)
}
