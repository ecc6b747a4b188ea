import type { Stopwatch } from './stopwatch'

/** Reads that may wait for their turn: no importer asks for so many at once. */
const mostWaiting = 1000

/** What we do for a process, while its clock stands still. What a step throws ends the conversation. */
export interface Turns {
  /** Answers reads one after another, in the order in which they were asked for. False where too many wait. */
  readonly read: (step: () => Promise<void>) => boolean
  readonly take: (step: () => Promise<void>) => void
  /** Whether a step of `take` is under way. */
  readonly isTaking: () => boolean
}

export const createTurns = (
  watch: Pick<Stopwatch, 'run' | 'pause'>,
  onFault: (error: unknown) => void,
): Turns => {
  let under = 0
  let reads = 0
  let taking = false
  let lastRead: Promise<void> = Promise.resolve()

  const track = (step: Promise<void>, done: () => void): Promise<void> => {
    under += 1
    watch.pause()
    return step.then(() => {
      under -= 1
      done()
      if (under === 0) watch.run()
    }, onFault)
  }
  return {
    read: (step) => {
      reads += 1
      if (reads > mostWaiting) return false
      lastRead = track(lastRead.then(step), () => (reads -= 1))
      return true
    },
    take: (step) => {
      taking = true
      void track(step(), () => (taking = false))
    },
    isTaking: () => taking,
  }
}
