import type { ErrorReport } from '#shared/errors'
import type { FileResult, JobEvent, JobKind, JobResult, JobState, Progress } from '#shared/contract/jobs'
import type { Id } from '#shared/model/scalars'
import type { ResultLog } from './createResultLog'

/** What the work of a job is given. It ends early by throwing once `signal` is aborted. */
export interface JobContext {
  readonly id: Id
  readonly signal: AbortSignal
  readonly progress: (change: Partial<Progress>) => void
  readonly result: (file: FileResult) => void
  /** Between two steps: throws where the job was cancelled, and waits where it was told to rest. */
  readonly pausePoint: () => Promise<void>
}

export type RunJob = (context: JobContext) => Promise<JobResult>

/** A job as the list of jobs holds it. */
export interface Job {
  readonly id: Id
  readonly state: () => JobState
  readonly files: ResultLog
  /** `reason` becomes that of the signal; without one it is the user's wish. */
  readonly cancel: (reason?: DOMException) => void
  readonly pause: () => void
  readonly resume: () => void
  /** Calls back after each change until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void
  /** Resolves with the last state; never rejects. */
  readonly ended: Promise<JobState>
}

export interface Jobs {
  /** Starts work and answers at once. Its end, good or bad, is in its state. */
  readonly start: (kind: JobKind, run: RunJob) => JobState
  readonly list: () => readonly JobState[]
  /** The state now, every file's result from the first on, changes, and the end. Throws `job-gone`. */
  readonly watch: (id: Id, signal?: AbortSignal) => AsyncGenerator<JobEvent, void, void>
  readonly cancel: (id: Id) => void
  readonly pause: (id: Id) => void
  readonly resume: (id: Id) => void
  readonly report: (id: Id, offset: number, limit: number) => { total: number; files: FileResult[] }
  /** Waits for the end of a job. */
  readonly ended: (id: Id) => Promise<JobState>
  /** Cancels all and waits for their ends. */
  readonly close: () => Promise<void>
}

/** Turns anything that was thrown into what may be shown; logs what nobody foresaw. */
export type ReportError = (error: unknown) => Promise<ErrorReport>
