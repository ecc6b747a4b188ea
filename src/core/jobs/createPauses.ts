import { setImmediate } from 'node:timers/promises'

/** Milliseconds for which work may hold the thread while others wait. */
const mostHeld = 12

/**
 * For work that would hold its thread for long: called between its pieces, it lets others have their turn whenever a while
 * has gone by, and throws there once the signal is aborted.
 */
export const createPauses = (signal?: AbortSignal): (() => Promise<void>) => {
  let since = performance.now()
  return async () => {
    signal?.throwIfAborted()
    if (performance.now() - since < mostHeld) return
    await setImmediate()
    signal?.throwIfAborted()
    since = performance.now()
  }
}
