import { CuttingsError } from '#shared/errors'
import { createInterruption } from './interruption'
import { Scratch } from './scratch'

/** Does what is asked, one thing after the other, each without a pause and in the same room. */
export interface Answering {
  /** Throws `cancelled` once the signal says so, also in the middle of the work. */
  readonly answer: <T>(signal: AbortSignal | undefined, work: (scratch: Scratch) => T) => Promise<T>
  /** What a work calls between its steps. */
  readonly check: () => void
}

/** Lets messages that wait go first, so that a newer question cancels an older one before it is looked at. */
const turn = async (signal: AbortSignal | undefined): Promise<void> => {
  if (signal) await new Promise((resolve) => setImmediate(resolve))
  if (signal?.aborted) throw new CuttingsError('cancelled')
}

/** `listen` takes in what waits for this thread, which may abort the signal. */
export const createAnswering = (listen: (() => void) | undefined): Answering => {
  const { watch, check } = createInterruption(listen)
  let scratch = new Scratch(check)
  return {
    answer: async (signal, work) => {
      await turn(signal)
      try {
        return watch(signal, () => work(scratch))
      } catch (error) {
        // Where it broke off, its room is left half used.
        scratch = new Scratch(check)
        throw error
      }
    },
    check,
  }
}
