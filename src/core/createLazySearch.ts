import type { IndexState } from '#shared/contract/library'
import type { SearchService } from './search/types'

/**
 * A search that starts with the first question: most commands never ask one, and a worker that reads the whole archive
 * is too much for them. The first answer waits until all that was committed before can be found.
 */
export const createLazySearch = (start: () => SearchService, total: () => number): SearchService => {
  const listeners = new Set<(state: IndexState) => void>()
  let started: SearchService | undefined
  let ready: Promise<SearchService> | undefined
  const search = (): Promise<SearchService> => {
    ready ??= (async () => {
      const service = start()
      started = service
      for (const listener of listeners) service.onState(listener)
      await service.catchUp()
      return service
    })()
    return ready
  }
  return {
    query: async (query, options) => (await search()).query(query, options),
    select: async (...asked) => (await search()).select(...asked),
    places: async (...asked) => (await search()).places(...asked),
    complete: async (...asked) => (await search()).complete(...asked),
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
    rebuild: async (signal) => (await search()).rebuild(signal),
    close: async () => started?.close(),
  }
}
