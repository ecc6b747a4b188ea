/** Whether somebody waits for the core. */
export interface Activity {
  /** Something was asked or answered. */
  readonly touch: () => void
  /** Milliseconds since work was last done; 0 while a job runs. */
  readonly quietFor: () => number
  /** Calls back with each piece of work until the returned function is called. */
  readonly onWork: (listener: () => void) => () => void
}

export interface ActivityDeps {
  /** Milliseconds that only grow. */
  readonly now: () => number
  readonly isBusy: () => boolean
}

export const createActivity = ({ now, isBusy }: ActivityDeps): Activity => {
  const listeners = new Set<() => void>()
  let last = now()
  const touch = (): void => {
    last = now()
    for (const listener of [...listeners]) listener()
  }
  return {
    touch,
    quietFor: () => {
      if (isBusy()) last = now()
      return now() - last
    },
    onWork: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
