import type { IndexState } from '#shared/contract/library'
import type { SearchService } from './search/types'

export interface Change {
  readonly revision: number
  readonly index: IndexState
}

/** Tells watchers that the archive or its index changed. */
export interface Changes {
  /** The archive has a newer revision: watchers hear of it, and search catches up. */
  readonly committed: () => void
  /** The state now, then the newest state after each change; ends when the signal is aborted or all is closed. */
  readonly watch: (signal?: AbortSignal) => AsyncGenerator<Change, void, void>
  readonly close: () => void
}

export interface ChangesOptions {
  readonly revision: () => number
  readonly search: Pick<SearchService, 'state' | 'onState' | 'catchUp'>
  readonly log: (line: string) => void
}

export const createChanges = ({ revision, search, log }: ChangesOptions): Changes => {
  const wakers = new Set<() => void>()
  let count = 0
  let closed = false
  const wake = (): void => {
    count += 1
    for (const waker of [...wakers]) waker()
  }
  const stopListening = search.onState(wake)

  const nextWake = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        wakers.delete(done)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      wakers.add(done)
      signal?.addEventListener('abort', done)
    })

  return {
    committed: () => {
      wake()
      search.catchUp().catch((error: unknown) => {
        // The index is derived: it says in its state that it failed, and the commit stands.
        if (!closed) log(`search did not catch up: ${String(error)}`)
      })
    },
    watch: async function* (signal) {
      while (!signal?.aborted && !closed) {
        const seen = count
        yield { revision: revision(), index: search.state() }
        if (count === seen && !signal?.aborted && !closed) await nextWake(signal)
      }
    },
    close: () => {
      closed = true
      stopListening()
      wake()
    },
  }
}
