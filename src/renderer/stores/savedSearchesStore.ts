import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { CountedSearch } from '#shared/contract/searches'
import type { ErrorReport } from '#shared/errors'
import type { SavedSearch, SearchAsked } from '#shared/model/savedSearch'
import { useServices } from '../services'
import { useArchiveStore } from './archiveStore'
import { errorToReport } from './errorToReport'
import { followStream } from './followStream'

const plainAsked = ({ text, filters, sort }: SearchAsked) => ({
  text,
  filters: filters.map((filter) => ({ ...filter })),
  sort,
})

/** Searches that were saved, by name, each with what it finds. */
export const useSavedSearchesStore = defineStore('savedSearches', () => {
  const { connection } = useServices()
  const { searches } = connection.archive
  const archive = useArchiveStore()
  const list = shallowRef<readonly CountedSearch[]>([])
  /** What was removed last and can be brought back. */
  const removed = shallowRef<SavedSearch>()
  const error = shallowRef<ErrorReport>()
  let loading: Promise<void> | undefined
  let again = false

  const read = async (): Promise<void> => {
    try {
      const answer = await searches.list({})
      list.value = answer.searches
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }
  /** Calls that come while one is under way are answered by one more. */
  const load = async (): Promise<void> => {
    if (loading) {
      again = true
      return loading
    }
    loading = (async () => {
      do {
        again = false
        await read()
      } while (again)
    })()
    await loading
    loading = undefined
  }

  /** Until the signal: names and counts as they change, and with them the archive. */
  const follow = (signal: AbortSignal): void => {
    const start = (): void =>
      void followStream(
        () => searches.changes({}, { signal }),
        () => void load(),
        signal,
      )
    const stops = [
      connection.onRestored(start),
      watch(
        () => [archive.revision, archive.library?.index.state],
        () => void load(),
      ),
    ]
    signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true })
    start()
  }

  /** The answer, or undefined with the reason in `error`. */
  const attempt = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    error.value = undefined
    try {
      const value = await work()
      await load()
      return value
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    }
  }

  return {
    list,
    removed,
    error,
    load,
    follow,
    clear: () => {
      list.value = []
      removed.value = undefined
      error.value = undefined
    },
    forgetError: () => (error.value = undefined),
    save: (name: string, asked: SearchAsked) => attempt(() => searches.save({ name, ...plainAsked(asked) })),
    rename: (id: string, name: string) => attempt(() => searches.rename({ id, name })),
    update: (id: string, asked: SearchAsked) => attempt(() => searches.update({ id, ...plainAsked(asked) })),
    remove: (search: SavedSearch) =>
      attempt(async () => {
        await searches.remove({ id: search.id })
        removed.value = search
        return search
      }),
    restore: () =>
      attempt(async () => {
        const { value } = removed
        if (!value) return undefined
        removed.value = undefined
        return searches.restore({ id: value.id })
      }),
  }
})
