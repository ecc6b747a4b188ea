import { foldWord } from '#core/search/analysis/fold'
import { daysOf, type DaySpan } from '#core/search/query/dates'
import { createColumns } from './columns'
import type { IndexedDocument } from './indexBuilder'
import type { Shard } from './shard'

/** What a shard tells of its documents beside their words. */
export interface DocumentTables {
  readonly add: (document: IndexedDocument) => void
  readonly reads: Pick<Shard, 'id' | 'column' | 'published' | 'sortTitle'>
}

const sortedBy = 40

export const createDocumentTables = (): DocumentTables => {
  const columns = createColumns()
  const ids: string[] = []
  const titles: string[] = []
  const days: (DaySpan | undefined)[] = []
  return {
    add: ({ id, title, published, facets }) => {
      columns.add(facets)
      ids.push(id)
      titles.push(sortTitleOf(title))
      days.push(published === undefined ? undefined : daysOf(published))
    },
    reads: {
      id: (document) => ids[document] ?? '',
      column: columns.column,
      published: (document) => days[document],
      sortTitle: (document) => titles[document] ?? '',
    },
  }
}

/** A headline's words, folded, as far as their order is told by them. */
export const sortTitleOf = (title: string): string =>
  title
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, sortedBy)

/** Documents of rising entries, which tell each of its fields apart. */
export const countDocuments = (entries: Uint32Array): number => {
  let count = 0
  let before = -1
  for (const entry of entries) {
    const document = entry >>> 12
    if (document !== before) count += 1
    before = document
  }
  return count
}
