import { setTimeout as rest } from 'node:timers/promises'
import type { Activity } from './createActivity'

/** Milliseconds without work before something is done, and between two looks whether there is anything. */
const quiet = 2000
const betweenLooks = 500

/** Does a little of what is left to do; whether it did. Never throws. */
export type IdleStep = () => Promise<boolean>

export interface IdleWork {
  /** Where nobody waits for the core: does one step, of several the first that has something to do; whether one had. */
  readonly turn: () => Promise<boolean>
  /** Goes on until the signal. */
  readonly run: (signal: AbortSignal) => Promise<void>
}

/** What is done while nothing else is, one step at a time. */
export const createIdleWork = (steps: readonly IdleStep[], activity: Activity): IdleWork => {
  const turn = async (): Promise<boolean> => {
    for (const step of steps) if (activity.quietFor() >= quiet && (await step())) return true
    return false
  }
  return {
    turn,
    run: async (signal) => {
      const stop = (): void => activity.touch()
      signal.addEventListener('abort', stop)
      while (!signal.aborted) {
        const done = await turn()
        // An aborted rest is over.
        if (!done || activity.quietFor() < quiet)
          await rest(betweenLooks, undefined, { signal, ref: false }).catch(() => undefined)
      }
      signal.removeEventListener('abort', stop)
    },
  }
}
