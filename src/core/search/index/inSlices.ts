import { setImmediate as pause } from 'node:timers/promises'

/** What is done between two looks at what else waits. */
const slice = 16

/** Does something with these, a slice at a time, and lets others in between; stops where the signal says so. */
export const inSlices = async <T>(
  all: readonly T[],
  signal: AbortSignal,
  work: (part: readonly T[]) => void,
  size = slice,
): Promise<void> => {
  for (let at = 0; at < all.length && !signal.aborted; at += size) {
    if (at > 0) await pause()
    work(all.slice(at, at + size))
  }
}
