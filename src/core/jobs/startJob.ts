import { CuttingsError } from '#shared/errors'
import type { JobKind, JobState, Progress } from '#shared/contract/jobs'
import type { Clock } from '../records/clock'
import { createRest } from './createRest'
import { createResultLog } from './createResultLog'
import type { Job, ReportError, RunJob } from './types'

export interface StartJobOptions {
  readonly kind: JobKind
  readonly run: RunJob
  readonly clock: Clock
  readonly report: ReportError
  /** Resolves when it is this job's turn; says in the meantime that it waits. */
  readonly turn: (signal: AbortSignal, onWait: () => void) => Promise<() => void>
  readonly pausable: boolean
  readonly onChange: () => void
}

const nothingDone: Progress = { done: 0, total: 0, bytes: 0, totalBytes: 0 }

/** Runs work as a job: whatever happens in it becomes the job's last state. */
export const startJob = ({ kind, run, clock, report, turn, pausable, onChange }: StartJobOptions): Job => {
  const controller = new AbortController()
  const files = createResultLog()
  const listeners = new Set<() => void>()
  let state: JobState = {
    id: clock.createId(),
    kind,
    state: 'running',
    startedAt: clock.now().toISOString(),
    progress: nothingDone,
    results: 0,
    ...(pausable ? { pausable } : {}),
  }

  const change = (part: Partial<JobState>): void => {
    state = { ...state, ...part }
    onChange()
    for (const listener of [...listeners]) listener()
  }
  const rest = createRest(controller.signal)
  const setPaused = (paused: boolean): void => {
    if (!pausable || state.state !== 'running' || (state.paused ?? false) === paused) return
    const { paused: _before, ...others } = state
    state = others
    if (paused) rest.begin()
    else rest.end()
    change(paused ? { paused } : {})
  }
  const progress = (part: Partial<Progress>): void => change({ progress: { ...state.progress, ...part } })
  const end = (part: Partial<JobState>): void =>
    change({ ...part, results: files.length(), endedAt: clock.now().toISOString() })

  const work = async (): Promise<void> => {
    const release = await turn(controller.signal, () => progress({ step: 'waiting' }))
    try {
      if (controller.signal.aborted) throw new CuttingsError('cancelled')
      if (state.progress.step === 'waiting') {
        const { step: _waited, ...rest } = state.progress
        change({ progress: rest })
      }
      const result = await run({
        id: state.id,
        signal: controller.signal,
        progress,
        pausePoint: rest.point,
        result: (file) => {
          files.add(file)
          change({ results: files.length() })
        },
      })
      end({ state: 'done', result })
    } finally {
      release()
    }
  }

  const ended = work()
    .catch(async (error: unknown) => {
      if (controller.signal.aborted)
        end({ state: 'cancelled', error: new CuttingsError('cancelled').toReport() })
      else end({ state: 'failed', error: await report(error) })
    })
    .then(() => state)

  return {
    id: state.id,
    state: () => state,
    files,
    cancel: (reason) => controller.abort(reason),
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ended,
  }
}
