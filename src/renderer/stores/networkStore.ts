import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { NetworkLedger } from '#shared/contract/host'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

/** What the page's own policy stopped before any host heard of it. */
interface Stopped {
  readonly where: string
  readonly last: string
}

type Line = NetworkLedger['lines'][number]

/** Most of the page's own lines that are kept; the rest only counts. */
const mostStopped = 200

const toLines = (stopped: readonly Stopped[]): readonly Line[] => {
  const places = new Map<string, Line>()
  for (const { where, last } of stopped) {
    const count = (places.get(where)?.count ?? 0) + 1
    places.set(where, { outcome: 'refused', what: 'policy', where, count, last })
  }
  return [...places.values()]
}

/** The account of what was let out and what was refused: the host's since it was started, and the page's own. */
export const useNetworkStore = defineStore('network', () => {
  const { connection, now } = useServices()
  const ledger = shallowRef<NetworkLedger>()
  const stopped = shallowRef<readonly Stopped[]>([])
  const stoppedCount = ref(0)
  const error = shallowRef<ErrorReport>()

  const read = async (): Promise<void> => {
    try {
      ledger.value = await connection.host.network({})
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  /** Until the signal: hears what the page's content policy stops. */
  const listen = (page: EventTarget, signal: AbortSignal): void => {
    const hear = (event: Event): void => {
      const { blockedURI } = event as SecurityPolicyViolationEvent
      stoppedCount.value += 1
      if (stopped.value.length >= mostStopped) return
      const where = URL.canParse(blockedURI) ? new URL(blockedURI).origin : blockedURI
      stopped.value = [...stopped.value, { where, last: now().toISOString() }]
    }
    page.addEventListener('securitypolicyviolation', hear, { signal })
  }

  return {
    ledger,
    error,
    read,
    listen,
    allowed: computed(() => ledger.value?.allowed ?? 0),
    refused: computed(() => (ledger.value?.refused ?? 0) + stoppedCount.value),
    lines: computed(() => [...(ledger.value?.lines ?? []), ...toLines(stopped.value)]),
  }
})
