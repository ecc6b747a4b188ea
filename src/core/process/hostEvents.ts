import type { HostEvent } from '#shared/contract/host'

export interface HostEvents {
  readonly emit: (event: HostEvent) => void
  /** Every event from now on, until the signal is aborted. */
  readonly stream: (signal: AbortSignal | undefined) => AsyncGenerator<HostEvent, void, void>
}

/** What a host tells its pages; a page that is slow misses nothing. */
export const createHostEvents = (): HostEvents => {
  const listeners = new Set<(event: HostEvent) => void>()
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    stream: (signal) => {
      const waiting: HostEvent[] = []
      let wake = (): void => undefined
      const listener = (event: HostEvent): void => {
        waiting.push(event)
        wake()
      }
      const onAbort = (): void => wake()
      // Listens from the call on, not only once the first event is asked for.
      listeners.add(listener)
      signal?.addEventListener('abort', onAbort)
      const generate = async function* (): AsyncGenerator<HostEvent, void, void> {
        try {
          while (!signal?.aborted) {
            const event = waiting.shift()
            if (event) yield event
            else await new Promise<void>((resolve) => (wake = resolve))
          }
        } finally {
          listeners.delete(listener)
          signal?.removeEventListener('abort', onAbort)
        }
      }
      return generate()
    },
  }
}
