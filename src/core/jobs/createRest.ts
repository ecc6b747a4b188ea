/** Lets work rest at the user's wish. */
export interface Rest {
  readonly begin: () => void
  readonly end: () => void
  /** Resolves at once, or when the rest is over; rejects once the signal is aborted, also while resting. */
  readonly point: () => Promise<void>
}

export const createRest = (signal: AbortSignal): Rest => {
  let resting: Promise<void> | undefined
  let wake: () => void = () => undefined
  signal.addEventListener('abort', () => wake())
  return {
    begin: () => {
      resting ??= new Promise((resolve) => (wake = resolve))
    },
    end: () => {
      resting = undefined
      wake()
    },
    point: async () => {
      while (resting && !signal.aborted) await resting
      signal.throwIfAborted()
    },
  }
}
