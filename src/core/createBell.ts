/** Wakes whoever waits for news of something. */
export interface Bell {
  readonly ring: () => void
  /** Once at the beginning and once after each ring, however many came meanwhile; ends with the signal or by `close`. */
  readonly rings: (signal?: AbortSignal) => AsyncGenerator<void, void, void>
  readonly close: () => void
}

export const createBell = (): Bell => {
  const wakers = new Set<() => void>()
  let count = 0
  let closed = false
  const ring = (): void => {
    count += 1
    for (const wake of [...wakers]) wake()
  }
  const nextRing = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        wakers.delete(wake)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      wakers.add(wake)
      signal?.addEventListener('abort', wake)
    })
  return {
    ring,
    rings: async function* (signal) {
      while (!signal?.aborted && !closed) {
        const heard = count
        yield
        if (count === heard && !signal?.aborted && !closed) await nextRing(signal)
      }
    },
    close: () => {
      closed = true
      ring()
    },
  }
}
