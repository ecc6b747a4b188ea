import { rereadDays } from '#shared/rereadDays'
import type { Activity } from '../createActivity'
import type { Clock } from '../records/clock'
import { daysAgo } from '../records/daysAgo'
import type { Archive } from '../store/types'
import { readAgain } from './readAgain'

export interface RereadingDeps {
  readonly archive: Archive
  readonly clock: Pick<Clock, 'now'>
  readonly activity: Activity
  readonly log: (line: string) => void
}

/** Milliseconds between two looks whether anything is due, where nothing was. */
const betweenLooks = 60_000

/**
 * Reads originals again while nothing else is done, what was not read for longest first, and remembers what was found. One
 * step reads one original at most; it is given up as soon as something is asked. Changes nothing but what it remembers.
 */
export const createRereading = ({ archive, clock, activity, log }: RereadingDeps) => {
  const { catalogue } = archive
  let lookAt = 0
  const readOne = async (): Promise<boolean> => {
    // Due after half of the days: there is time to catch up.
    const [due] = catalogue.dueToRead(daysAgo(clock, rereadDays / 2), 1)
    const original = due === undefined ? undefined : catalogue.original(due)
    if (!original) {
      lookAt = clock.now().getTime() + betweenLooks
      return false
    }
    const stop = new AbortController()
    const unlisten = activity.onWork(() => stop.abort())
    try {
      const found = await readAgain(archive, original, () => stop.signal.throwIfAborted())
      if (stop.signal.aborted) return false
      catalogue.noteReadings([{ sha256: original.sha256, found }])
      if (found !== 'sound') log(`an original is ${found}: ${original.sha256}`)
      return true
    } finally {
      unlisten()
    }
  }
  return {
    /** Whether something was read. Never throws. */
    step: async (): Promise<boolean> => {
      if (clock.now().getTime() < lookAt) return false
      try {
        return await readOne()
      } catch (error) {
        log(`originals were not read again: ${String(error)}`)
        lookAt = clock.now().getTime() + betweenLooks
        return false
      }
    },
  }
}
