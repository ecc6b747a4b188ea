import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { LibraryState } from '#shared/contract/library'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { followStream } from './followStream'

/** The open archive as a whole: name, counts, index, and a revision that grows with each change. */
export const useArchiveStore = defineStore('archive', () => {
  const { connection } = useServices()
  const library = shallowRef<LibraryState>()
  const error = shallowRef<ErrorReport>()
  const revision = ref(-1)
  const readOnly = computed(() => library.value?.readOnly)
  const items = computed(() => {
    const counts = library.value?.counts
    return counts ? counts.article + counts.photo + counts.reference : 0
  })
  let describing: Promise<void> | undefined
  let again = false

  const describeOnce = async (): Promise<void> => {
    try {
      const state = await connection.archive.library.describe({})
      library.value = state
      revision.value = state.revision
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  /** Calls that come while one is under way are answered by one more. */
  const refresh = async (): Promise<void> => {
    if (describing) {
      again = true
      return describing
    }
    describing = (async () => {
      do {
        again = false
        await describeOnce()
      } while (again)
    })()
    await describing
    describing = undefined
  }

  /** First a call, then the changes, until the signal; starts again after a broken line. */
  const follow = (signal: AbortSignal): void => {
    const watchChanges = (): void => {
      void followStream(
        () => connection.archive.library.changes({}, { signal }),
        (change) => {
          const before = library.value
          if (before) library.value = { ...before, index: change.index }
          if (change.revision !== revision.value) void refresh()
        },
        signal,
      )
    }
    const start = (): void => {
      void refresh()
      watchChanges()
    }
    const unlisten = connection.onRestored(start)
    signal.addEventListener('abort', unlisten, { once: true })
    start()
  }

  const clear = (): void => {
    library.value = undefined
    revision.value = -1
  }

  return { library, error, revision, readOnly, items, refresh, follow, clear }
})
