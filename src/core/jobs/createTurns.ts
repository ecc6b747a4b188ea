/** One at a time, in the order of asking. */
export interface Turns {
  /**
   * Resolves with the function that passes the turn on. `onWait` is called where it can't be had at once. An aborted
   * signal resolves too: who asked looks at it, and passes the turn on as always.
   */
  readonly take: (signal: AbortSignal, onWait: () => void) => Promise<() => void>
}

export const createTurns = (): Turns => {
  let last: Promise<void> = Promise.resolve()
  let taken = 0
  return {
    take: async (signal, onWait) => {
      const before = last
      let pass = (): void => undefined
      const mine = new Promise<void>((resolve) => {
        pass = resolve
      })
      last = before.then(() => mine)
      taken += 1
      const release = (): void => {
        taken -= 1
        pass()
      }
      if (taken === 1) return release
      onWait()
      const aborted = new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => resolve(), { once: true }),
      )
      await Promise.race([before, aborted])
      return release
    },
  }
}
