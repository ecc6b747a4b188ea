import type { JobState } from '#shared/contract/jobs'

/** A share from 0 to 1; 2 where work goes on and nobody can say how much; -1 for none. As `setProgressBar` has it. */
export const taskbarProgress = (jobs: readonly JobState[]): number => {
  const running = jobs.filter((job) => job.state === 'running')
  if (running.length === 0) return -1
  const total = running.reduce((sum, { progress }) => sum + progress.total, 0)
  const done = running.reduce((sum, { progress }) => sum + progress.done, 0)
  return total > 0 ? Math.min(1, done / total) : 2
}

export interface Taskbar {
  readonly onJob: (job: JobState) => void
  /** The archive was closed; its jobs with it. */
  readonly clear: () => void
}

/** Shows running jobs on the taskbar, and asks for attention when one ends while the window is not looked at. */
export const createTaskbar = (window: {
  readonly setProgress: (progress: number) => void
  readonly callAttention: () => void
}): Taskbar => {
  const running = new Map<string, JobState>()
  return {
    onJob: (job) => {
      if (job.state === 'running') running.set(job.id, job)
      // A dry run ends in a question on the page; only finished work calls.
      else if (running.delete(job.id) && job.kind !== 'plan') window.callAttention()
      window.setProgress(taskbarProgress([...running.values()]))
    },
    clear: () => {
      running.clear()
      window.setProgress(-1)
    },
  }
}
