import { setImmediate } from 'node:timers/promises'
import type { Catalogue } from '../store/types'

/** Milliseconds of work that are gathered into one transaction: to wait for the disk costs as much as several changes. */
const mostHeld = 15

export interface EachTogetherOptions<T> {
  readonly catalogue: Pick<Catalogue, 'together'>
  readonly all: readonly T[]
  /** Changes the catalogue. */
  readonly step: (one: T, at: number) => number
  readonly signal: AbortSignal
}

/**
 * Makes one change after another, as many in one transaction as fit into a moment, with a turn for others in between. Gives
 * what each step answered once that is stored. Where one throws, those before it are stored, and it is thrown; so it is with
 * the signal.
 */
export async function* eachTogether<T>({
  catalogue,
  all,
  step,
  signal,
}: EachTogetherOptions<T>): AsyncGenerator<number> {
  const run = (from: number, isEnough: (next: number) => boolean, count: (next: number) => void): number[] =>
    catalogue.together(() => {
      const answers: number[] = []
      for (const [offset, one] of all.slice(from).entries()) {
        const at = from + offset
        if (at > from && isEnough(at)) break
        count(at)
        answers.push(step(one, at))
      }
      return answers
    })

  for (let from = 0; from < all.length;) {
    signal.throwIfAborted()
    const began = performance.now()
    let reached = from
    let stored: number[]
    try {
      stored = run(
        from,
        () => signal.aborted || performance.now() - began > mostHeld,
        (at) => (reached = at),
      )
    } catch (error) {
      const failed = reached
      if (failed > from)
        yield* run(
          from,
          (next) => next === failed,
          () => undefined,
        )
      throw error
    }
    from += stored.length
    yield* stored
    await setImmediate()
  }
}
