import type { Clock } from './clock'

/** A clock that stands still and counts its ids, so that the same steps make the same records: for tests and builds. */
export const createFixedClock = (start = '2026-11-22T10:00:00.000Z'): Clock => {
  let ids = 0
  return {
    now: () => new Date(start),
    createId: () => {
      ids += 1
      return `0193a000-0000-7000-8000-${ids.toString(16).padStart(12, '0')}`
    },
  }
}
