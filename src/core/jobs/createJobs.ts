import { CuttingsError } from '#shared/errors'
import type { JobKind, JobState } from '#shared/contract/jobs'
import type { Id } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import { closingReason } from './closing'
import { createTurns } from './createTurns'
import { startJob } from './startJob'
import type { Job, Jobs, ReportError } from './types'
import { watchJob } from './watchJob'

/** How many jobs that ended are remembered with their reports. */
const remembered = 100

/** These tell nothing that is asked for later: a few are enough, so that they push no report of another out. */
const fleeting: ReadonlySet<JobKind> = new Set(['compare'])
const fleetingRemembered = 3

/** Only one of these runs at a time; the others wait in the order in which they were started. */
const writing: ReadonlySet<JobKind> = new Set(['import', 'rebuild', 'empty', 'repair'])

/** These go from file to file and ask between two whether to rest. */
const pausable: ReadonlySet<JobKind> = new Set(['plan', 'import'])

const atOnce = (): Promise<() => void> => Promise.resolve(() => undefined)

export interface JobsOptions {
  readonly clock: Clock
  readonly report: ReportError
  /** Told of each job's start and end, and of what is between at most ten times a second. */
  readonly onChange?: (job: JobState) => void
}

export const createJobs = ({ clock, report, onChange }: JobsOptions): Jobs => {
  const jobs = new Map<Id, Job>()
  const turns = createTurns()

  const find = (id: Id): Job => {
    const job = jobs.get(id)
    if (!job) throw new CuttingsError('job-gone')
    return job
  }

  const forgetOld = (): void => {
    const ended = [...jobs.values()].filter((job) => job.state().state !== 'running')
    const forget = (isFleeting: boolean, most: number): void => {
      const some = ended.filter((job) => fleeting.has(job.state().kind) === isFleeting)
      for (const job of some.slice(0, Math.max(0, some.length - most))) jobs.delete(job.id)
    }
    forget(false, remembered)
    forget(true, fleetingRemembered)
  }

  return {
    start: (kind, run) => {
      let toldAt = 0
      const tell = (): void => {
        const state = job.state()
        const now = performance.now()
        if (state.state === 'running' && now - toldAt < 100) return
        toldAt = now
        onChange?.(state)
      }
      const turn = writing.has(kind) ? turns.take : atOnce
      const job = startJob({
        kind,
        run,
        clock,
        report,
        turn,
        pausable: pausable.has(kind),
        onChange: () => queueMicrotask(tell),
      })
      jobs.set(job.id, job)
      void job.ended.then(forgetOld)
      onChange?.(job.state())
      return job.state()
    },
    list: () => [...jobs.values()].map((job) => job.state()),
    watch: (id, signal) => watchJob(find(id), signal),
    cancel: (id) => find(id).cancel(),
    pause: (id) => find(id).pause(),
    resume: (id) => find(id).resume(),
    report: (id, offset, limit) => {
      const { files } = find(id)
      return { total: files.length(), files: files.slice(offset, offset + limit) }
    },
    ended: (id) => find(id).ended,
    close: async () => {
      for (const job of jobs.values()) job.cancel(closingReason())
      await Promise.all([...jobs.values()].map((job) => job.ended))
    },
  }
}
