/** What is being done, for the state that is shown. */
export interface Running {
  readonly run: (task: () => Promise<void>, signal: AbortSignal) => Promise<void>
  readonly isRunning: () => boolean
  /** Whether the last task failed for another reason than that it was stopped. */
  readonly hasFailed: () => boolean
}

/** `onChange`: a task began or ended. */
export const createRunning = (onChange: () => void): Running => {
  let running = 0
  let failed = false
  return {
    run: async (task, signal) => {
      running += 1
      failed = false
      onChange()
      try {
        await task()
      } catch (error) {
        failed = !signal.aborted
        throw error
      } finally {
        running -= 1
        onChange()
      }
    },
    isRunning: () => running > 0,
    hasFailed: () => failed,
  }
}
