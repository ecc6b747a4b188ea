import type { ListedQuery, ListOrder } from '#shared/contract/queryLists'
import { csvMark, csvRow } from '../../exporters/pack/csvTable'

export interface RowOrder {
  readonly by: ListOrder
  readonly direction: 'ascending' | 'descending'
}

const compareBy: Readonly<Record<ListOrder, (a: ListedQuery, b: ListedQuery) => number>> = {
  row: (a, b) => a.row - b.row,
  query: (a, b) => compareText(a.query, b.query),
  total: (a, b) => (a.total ?? -1) - (b.total ?? -1),
  first: (a, b) => compareText(a.first?.title ?? '', b.first?.title ?? ''),
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
const compareText = (a: string, b: string): number => collator.compare(a, b)

/** Rows in an order; equals stay in that of the list. */
export const orderRows = (
  rows: readonly ListedQuery[],
  { by, direction }: RowOrder,
): readonly ListedQuery[] => {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => sign * compareBy[by](a, b) || a.row - b.row)
}

const heads = [
  'row',
  'query',
  'items',
  'articles',
  'photos',
  'references',
  'first item',
  'kind',
  'published',
  'id',
]

export const headOfList = (): string => csvMark + csvRow(heads)

export const listRowToCsv = ({ row, query, total, kinds, first }: ListedQuery): string =>
  csvRow([
    row,
    query,
    total,
    kinds?.article,
    kinds?.photo,
    kinds?.reference,
    first?.title,
    first?.kind,
    first?.published,
    first?.id,
  ])
