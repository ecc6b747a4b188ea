import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { CountedSearch } from '#shared/contract/searches'
import type { ErrorReport } from '#shared/errors'
import type { SavedSearch } from '#shared/model/savedSearch'
import { useServices } from '../services'
import { useArchiveStore } from './archiveStore'
import { errorToReport } from './errorToReport'
import { followStream } from './followStream'
import { onceAndAgain } from './onceAndAgain'
import { createSavedDeeds } from './savedDeeds'

/** Searches that were saved, by name, each with what it finds. */
export const useSavedSearchesStore = defineStore('savedSearches', () => {
  const { connection } = useServices()
  const { searches } = connection.archive
  const archive = useArchiveStore()
  const list = shallowRef<readonly CountedSearch[]>([])
  const removed = shallowRef<SavedSearch>()
  const error = shallowRef<ErrorReport>()

  const load = onceAndAgain(async () => {
    try {
      const answer = await searches.list({})
      list.value = answer.searches
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  })

  /** Until the signal: names and counts as they change, and with them the archive. */
  const follow = (signal: AbortSignal): void => {
    const start = (): void =>
      void followStream(
        () => searches.changes({}, { signal }),
        () => void load(),
        signal,
      )
    const seen = () => [archive.revision, archive.library?.index.state]
    const stops = [connection.onRestored(start), watch(seen, () => void load())]
    signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true })
    start()
  }

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
    ...createSavedDeeds({ searches, attempt, removed }),
  }
})
