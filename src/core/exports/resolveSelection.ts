import { CuttingsError } from '#shared/errors'
import type { Selection } from '#shared/contract/work'
import type { Id } from '#shared/model/scalars'
import type { SearchService } from '../search/types'
import type { Catalogue } from '../store/types'

/**
 * Ids of the items that a selection names, each once: those given, then those that its query finds under its filters,
 * which are the hits that a search shows; undefined is everything. A citation stands for its article. Throws `not-found` and `selection-empty`.
 */
export const resolveSelection = async (
  { ids, query, filters }: Selection,
  catalogue: Pick<Catalogue, 'record' | 'keptFor'>,
  search: Pick<SearchService, 'catchUp' | 'select'>,
): Promise<readonly Id[] | undefined> => {
  const isSearch = query !== undefined || filters !== undefined
  if (ids === undefined && !isSearch) return undefined
  const selected = new Set<Id>()
  for (const id of ids ?? []) {
    const record = catalogue.record(id)
    if (!record) throw new CuttingsError('not-found', { what: 'item' })
    selected.add(catalogue.keptFor(record.kind === 'citation' ? record.articleId : id))
  }
  if (isSearch) {
    // An index that lags behind would leave items out without a word.
    await search.catchUp()
    for (const id of await search.select(query ?? '', filters ? { filters } : {})) selected.add(id)
  }
  if (selected.size === 0) throw new CuttingsError('selection-empty')
  return [...selected]
}
