import { setTimeout } from 'node:timers/promises'
import type { Inbox } from './types'

/** Milliseconds of rest between two looks; and how much longer than a look its rest is at least. */
const rest = { least: 3000, times: 10 } as const

/** Looks again and again until the signal. What takes long is looked at less often. */
export const keepLooking = async (
  inbox: Pick<Inbox, 'look'>,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<void> => {
  while (!signal.aborted) {
    const began = performance.now()
    await inbox.look().catch((error: unknown) => {
      if (!signal.aborted) log(`the watched folders were not looked at: ${String(error)}`)
    })
    const resting = Math.max(rest.least, rest.times * (performance.now() - began))
    // An aborted rest is over.
    await setTimeout(resting, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
