import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { HostCommand } from '#shared/contract/host'
import { useServices } from '../services'
import { useArchiveStore } from '../stores/archiveStore'
import { useCommandsStore } from '../stores/commandsStore'
import { useHostStore } from '../stores/hostStore'
import { useJobsStore } from '../stores/jobsStore'
import { useListStore } from '../stores/listStore'
import { useNetworkStore } from '../stores/networkStore'
import { useReadingStore } from '../stores/readingStore'
import { useSavedSearchesStore } from '../stores/savedSearchesStore'
import { useSelectionStore } from '../stores/selectionStore'
import { useStatusStore } from '../stores/statusStore'
import { useWaitingNews } from './useWaitingNews'

/** The life of the page: from the host's first word to its last. Calls first, then events; again after a broken line. */
export const useSession = (): void => {
  const { t } = useI18n()
  const { connection } = useServices()
  const router = useRouter()
  const host = useHostStore()
  const archive = useArchiveStore()
  const jobs = useJobsStore()
  const list = useListStore()
  const reading = useReadingStore()
  const selection = useSelectionStore()
  const commands = useCommandsStore()
  const saved = useSavedSearchesStore()
  const status = useStatusStore()
  const network = useNetworkStore()
  const life = new AbortController()
  useWaitingNews()
  let following: AbortController | undefined

  const startArchive = (): void => {
    following?.abort()
    following = new AbortController()
    archive.follow(following.signal)
    saved.follow(following.signal)
    void jobs.refresh()
    list.refresh()
    void reading.load()
  }

  const forgetArchive = (): void => {
    following?.abort()
    following = undefined
    archive.clear()
    saved.clear()
    selection.clear()
    reading.close()
  }

  const stopWatch = watch(
    () => host.place,
    (place, before) => {
      if (before !== undefined) {
        forgetArchive()
        void router.push('/library')
      }
      if (place !== undefined) startArchive()
    },
  )

  const stopRestored = connection.onRestored(() => {
    if (host.place === undefined) return
    void jobs.refresh()
    list.refresh()
    void reading.load()
    status.announce(t('shell.line.restored'))
  })

  const runHostCommand = (command: HostCommand): void => {
    if (command === 'library') void router.push('/library')
    else commands.run(command)
  }

  onMounted(() => {
    network.listen(document, life.signal)
    host.follow(life.signal, runHostCommand)
    void host.describe().then(() => {
      if (host.isRestored) status.announce(t('shell.line.drawnAnew'))
    })
  })
  onBeforeUnmount(() => {
    stopWatch()
    stopRestored()
    life.abort()
    following?.abort()
  })
}
