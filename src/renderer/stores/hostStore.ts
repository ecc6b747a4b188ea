import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ArchiveState, Capabilities, HostCommand } from '#shared/contract/host'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { followStream } from './followStream'

const noCapabilities: Capabilities = {
  dialogs: false,
  folders: false,
  reveal: false,
  download: false,
  archives: false,
  copy: false,
  watch: false,
  print: false,
}

export type Platform = 'mac' | 'windows' | 'linux'

/** The host: what it can do, which archive it has open, what its menus ask for. */
export const useHostStore = defineStore('host', () => {
  const { connection } = useServices()
  const version = ref('')
  const platform = ref<Platform>('linux')
  const capabilities = shallowRef(noCapabilities)
  const archive = shallowRef<ArchiveState>()
  /** The place of the archive on show: of the open one, also while its process is being started again. */
  const place = ref<string>()
  /** The line to the archive: a broken one is being made again. */
  const line = ref<'up' | 'crashed' | 'switched' | 'gone'>('up')
  /** Whether this page was opened in the place of one that crashed. */
  const isRestored = ref(false)
  const error = shallowRef<ErrorReport>()

  const settle = (state: ArchiveState): void => {
    archive.value = state
    if (state.state === 'open') place.value = state.place
    else if (state.state === 'failed' || state.place !== place.value) place.value = undefined
  }

  const describe = async (): Promise<void> => {
    try {
      const answer = await connection.host.describe({})
      version.value = answer.version
      platform.value = answer.platform
      capabilities.value = answer.capabilities
      isRestored.value = answer.isRestored
      settle(answer.archive)
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  /** Until the signal: the host's events, and how the line fares. */
  const follow = (signal: AbortSignal, onCommand: (command: HostCommand) => void): void => {
    const unlisten = [
      connection.onLost((reason) => (line.value = reason)),
      connection.onRestored(() => {
        line.value = 'up'
        void describe()
      }),
      connection.onHostGone(() => (line.value = 'gone')),
    ]
    signal.addEventListener('abort', () => unlisten.forEach((stop) => stop()), { once: true })
    void followStream(
      () => connection.host.events({}, { signal }),
      (event) => {
        if (event.type === 'command') onCommand(event.command)
        else settle(event.archive)
      },
      signal,
    )
  }

  const change = async (call: () => Promise<ArchiveState | null>): Promise<void> => {
    try {
      const answer = await call()
      if (answer) settle(answer)
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  return {
    version,
    platform,
    capabilities,
    archive,
    place,
    line,
    isRestored,
    error,
    describe,
    follow,
    openArchive: () => change(() => connection.host.openArchive({})),
    newArchive: () => change(() => connection.host.newArchive({})),
    reopenArchive: () => change(() => connection.host.reopenArchive({})),
    takeLock: () => change(() => connection.host.takeLock({})),
    restoreBackup: (name: string) => change(() => connection.host.restoreBackup({ name })),
  }
})
