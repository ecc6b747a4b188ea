import type { SearchAsked } from '#shared/model/savedSearch'
import type { Answered, AskSearch } from './types'

const pageSize = 500

/**
 * Every hit of a search in its order, a page at a time, at most `most`. What an import adds meanwhile may shift the pages:
 * no item is told twice.
 */
export const allHits = async function* (
  ask: AskSearch,
  asked: SearchAsked,
  { most = Infinity, signal }: { readonly most?: number; readonly signal?: AbortSignal } = {},
): AsyncGenerator<Answered, void, void> {
  const told = new Set<string>()
  for (let offset = 0; offset < most; offset += pageSize) {
    signal?.throwIfAborted()
    const answer = await ask({ ...asked, offset, limit: Math.min(pageSize, most - offset) }, signal)
    const hits = answer.hits.filter(({ id }) => !told.has(id))
    for (const { id } of hits) told.add(id)
    yield { ...answer, hits }
    if (offset + pageSize >= answer.total) return
  }
}
