export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Does works one after the other, so that what one sees the next does not change meanwhile; a failed one holds none up. */
export const createTurns = (): Turns => {
  let turn: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = turn.then(work)
    // Whoever asked for the work is told of its failure.
    turn = done.catch(() => undefined)
    return done
  }
}
