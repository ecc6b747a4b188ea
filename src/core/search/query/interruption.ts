import { CuttingsError } from '#shared/errors'

/** Milliseconds between two looks at what waits. */
const patience = 4

/** Lets a question that takes long be broken off in the middle, though its thread does nothing else meanwhile. */
export interface Interruption {
  /** Does a work that `check` breaks off once the signal says so. */
  readonly watch: <T>(signal: AbortSignal | undefined, work: () => T) => T
  /** Throws `cancelled` where nobody waits for the answer any more. Costs next to nothing. */
  readonly check: () => void
}

/** `listen` takes in what waits for this thread, which may abort the signal. */
export const createInterruption = (listen: () => void = () => undefined): Interruption => {
  let watched: AbortSignal | undefined
  let looked = 0
  return {
    watch: (signal, work) => {
      watched = signal
      looked = performance.now()
      try {
        return work()
      } finally {
        watched = undefined
      }
    },
    check: () => {
      if (!watched) return
      const now = performance.now()
      if (now - looked < patience) return
      looked = now
      listen()
      if (watched.aborted) throw new CuttingsError('cancelled')
    },
  }
}
