import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import type { FileResult, JobState } from '#shared/contract/jobs'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { followStream } from './followStream'

/** Per-file results kept for show; all of them are had by `archive.jobs.report`, a page at a time. */
const keptFiles = 500

/** Long work: every job that this page knows of, as it goes on. */
export const useJobsStore = defineStore('jobs', () => {
  const { connection } = useServices()
  const jobs = shallowReactive(new Map<string, JobState>())
  const files = shallowReactive(new Map<string, readonly FileResult[]>())
  const watched = new Map<string, Promise<JobState | undefined>>()
  const error = shallowRef<ErrorReport>()
  const running = computed(() => [...jobs.values()].filter((job) => job.state === 'running'))

  const watchOnce = async (id: string): Promise<JobState | undefined> => {
    await followStream(
      () => connection.archive.jobs.watch({ id }),
      (event) => {
        if (event.type === 'state') jobs.set(id, event.job)
        else if (event.index < keptFiles)
          files.set(id, withFile(files.get(id) ?? [], event.index, event.file))
      },
    )
    watched.delete(id)
    return jobs.get(id)
  }

  /** Watches a job to its end; answers with its last state. Called twice for one job it watches once. */
  const track = (id: string): Promise<JobState | undefined> => {
    const known = watched.get(id)
    if (known) return known
    const watching = watchOnce(id)
    watched.set(id, watching)
    return watching
  }

  /** Jobs that were under way before this page came, or before the line broke. */
  const refresh = async (): Promise<void> => {
    try {
      const list = await connection.archive.jobs.list({})
      jobs.clear()
      for (const job of list) {
        jobs.set(job.id, job)
        if (job.state === 'running') void track(job.id)
      }
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  const ask = async (wish: 'cancel' | 'pause' | 'resume', id: string): Promise<void> => {
    try {
      await connection.archive.jobs[wish]({ id })
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  return {
    error,
    running,
    get: (id: string) => jobs.get(id),
    filesOf: (id: string) => files.get(id) ?? [],
    track,
    refresh,
    cancel: (id: string) => ask('cancel', id),
    /** Rests before its next file, until `resume`. */
    pause: (id: string) => ask('pause', id),
    resume: (id: string) => ask('resume', id),
  }
})

const withFile = (files: readonly FileResult[], index: number, file: FileResult): readonly FileResult[] => {
  const next = [...files]
  next[index] = file
  return next
}
