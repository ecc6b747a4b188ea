/** Time that may pass while somebody is waited for. */
export interface Stopwatch {
  /** Begins or goes on counting. */
  readonly run: () => void
  /** Stops counting; what has passed counts. */
  readonly pause: () => void
  /** Allows so many seconds more. */
  readonly extend: (seconds: number) => void
  readonly allowed: () => number
}

/** Calls `onOver` once, when the clock has run for longer than is allowed; never while it is paused. */
export const createStopwatch = (seconds: number, onOver: () => void): Stopwatch => {
  let allowed = seconds
  let passed = 0
  let since: number | undefined
  let timer: NodeJS.Timeout | undefined
  const pause = (): void => {
    if (since === undefined) return
    passed += (performance.now() - since) / 1000
    since = undefined
    clearTimeout(timer)
  }
  const run = (): void => {
    if (since !== undefined) return
    since = performance.now()
    timer = setTimeout(onOver, Math.max(0, allowed - passed) * 1000)
  }
  return {
    run,
    pause,
    extend: (more) => {
      allowed += more
      if (since === undefined) return
      pause()
      run()
    },
    allowed: () => allowed,
  }
}
