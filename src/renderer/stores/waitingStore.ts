import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { InboxFile, InterruptedImport, WatchedFolder } from '#shared/contract/waiting'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { followStream } from './followStream'
import { createPagedRows } from './pagedRows'

/** What waits for a word of the user's: imports that were interrupted, and files found in watched folders. */
export const useWaitingStore = defineStore('waiting', () => {
  const { connection } = useServices()
  const { archive, host } = connection
  const interrupted = shallowRef<readonly InterruptedImport[]>([])
  const folders = shallowRef<readonly WatchedFolder[]>([])
  const inboxCount = ref(0)
  const error = shallowRef<ErrorReport>()

  const files = createPagedRows<InboxFile>({
    fetchPage: async (offset, limit, signal) => {
      const page = await archive.imports.inbox({ offset, limit }, { signal })
      folders.value = page.folders
      return { total: page.total, rows: page.files }
    },
  })

  const attempt = async (call: () => Promise<unknown>): Promise<void> => {
    try {
      error.value = undefined
      await call()
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  const readAll = (): Promise<void> =>
    attempt(async () => {
      files.refresh()
      interrupted.value = await archive.imports.interrupted({})
    })

  /** Until the signal; again after a broken line. `onMore` is told of what was not there before. */
  const follow = (
    signal: AbortSignal,
    onMore: (more: 'interrupted' | 'inbox', count: number) => void,
  ): void => {
    const start = (): void => {
      void followStream(
        () => archive.imports.news({}, { signal }),
        (news) => {
          const [imports, inbox] = [interrupted.value.length, inboxCount.value]
          inboxCount.value = news.inbox
          void readAll()
          if (news.interrupted > imports) onMore('interrupted', news.interrupted)
          else if (news.inbox > inbox) onMore('inbox', news.inbox)
        },
        signal,
      )
    }
    const unlisten = connection.onRestored(start)
    signal.addEventListener('abort', unlisten, { once: true })
    start()
  }

  return {
    interrupted,
    folders,
    inboxCount,
    error,
    /** For the badge at Import. */
    count: computed(() => interrupted.value.length + inboxCount.value),
    fileTotal: files.total,
    fileAt: files.rowAt,
    ensure: files.ensure,
    follow,
    forget: (id: string) =>
      attempt(async () => {
        await archive.imports.forget({ id })
        interrupted.value = interrupted.value.filter((one) => one.id !== id)
      }),
    dismiss: (ids: readonly string[]) =>
      attempt(() => archive.imports.dismiss(ids.length > 0 ? { ids: [...ids] } : {})),
    watchFolder: () => attempt(() => host.watchFolder({})),
    unwatchFolder: (token: string) => attempt(() => host.unwatchFolder({ token })),
    clear: () => {
      interrupted.value = []
      folders.value = []
      inboxCount.value = 0
      error.value = undefined
      files.refresh()
    },
  }
})
