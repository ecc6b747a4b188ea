import { CuttingsError } from '#shared/errors'
import type { Selection } from '#shared/contract/work'
import type { Id } from '#shared/model/scalars'
import type { SearchService } from '../search/types'
import type { Catalogue } from '../store/types'

/**
 * Ids of the items that a selection names, each once: those given, then those that its query finds; undefined is
 * everything. A citation stands for its article. Throws `not-found` and `selection-empty`.
 */
export const resolveSelection = async (
  { ids, query }: Selection,
  catalogue: Catalogue,
  search: Pick<SearchService, 'catchUp' | 'select'>,
): Promise<readonly Id[] | undefined> => {
  if (ids === undefined && query === undefined) return undefined
  const selected = new Set<Id>()
  for (const id of ids ?? []) {
    const record = catalogue.record(id)
    if (!record) throw new CuttingsError('not-found', { what: 'item' })
    selected.add(catalogue.keptFor(record.kind === 'citation' ? record.articleId : id))
  }
  if (query !== undefined) {
    // An index that lags behind would leave items out without a word.
    await search.catchUp()
    for (const id of await search.select(query)) selected.add(id)
  }
  if (selected.size === 0) throw new CuttingsError('selection-empty')
  return [...selected]
}
