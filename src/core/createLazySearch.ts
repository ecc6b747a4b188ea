import type { IndexState } from '#shared/contract/library'
import type { SearchService } from './search/types'

/**
 * A search that starts with the first question: most commands never ask one, and a worker that reads the whole archive
 * is too much for them. What is committed before is found all the same, because a search that starts catches up.
 */
export const createLazySearch = (start: () => SearchService, total: () => number): SearchService => {
  const listeners = new Set<(state: IndexState) => void>()
  let started: SearchService | undefined
  const search = (): SearchService => {
    if (!started) {
      started = start()
      for (const listener of listeners) started.onState(listener)
    }
    return started
  }
  return {
    query: (query, options) => search().query(query, options),
    select: (text) => search().select(text),
    places: (text, id) => search().places(text, id),
    state: () => started?.state() ?? { state: 'building', searchable: 0, total: total() },
    onState: (listener) => {
      listeners.add(listener)
      const stop = started?.onState(listener)
      return () => {
        listeners.delete(listener)
        stop?.()
      }
    },
    catchUp: async () => started?.catchUp(),
    rebuild: (signal) => search().rebuild(signal),
    close: async () => started?.close(),
  }
}
