import type { JobEvent } from '#shared/contract/jobs'
import type { Job } from './types'

/** Results that are taken from the log at a time. */
const batch = 256

/** Resolves at the first change of the job for which `enough` holds, after `milliseconds`, or when it is aborted. */
const wait = async (
  job: Job,
  signal: AbortSignal | undefined,
  enough: () => boolean,
  milliseconds?: number,
): Promise<void> => {
  if (signal?.aborted) return
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const stop = job.onChange(() => {
    if (enough()) release()
  })
  signal?.addEventListener('abort', release)
  const timer = milliseconds === undefined ? undefined : setTimeout(release, milliseconds)
  await released
  stop()
  signal?.removeEventListener('abort', release)
  clearTimeout(timer)
}

/**
 * The state now, every file's result from the first on, the state after changes (at most one each `interval`
 * milliseconds) and the last state; then it ends. It also ends, without the last state, when the signal is aborted.
 */
export const watchJob = async function* (
  job: Job,
  signal?: AbortSignal,
  interval = 100,
): AsyncGenerator<JobEvent, void, void> {
  let sent = 0
  let told = job.state()
  yield { type: 'state', job: told }
  while (!signal?.aborted) {
    while (sent < job.files.length())
      for (const file of job.files.slice(sent, sent + batch)) {
        yield { type: 'file', index: sent, file }
        sent += 1
      }
    const now = job.state()
    if (now !== told) {
      told = now
      yield { type: 'state', job: now }
    }
    if (now.state !== 'running') return
    if (job.state() === told) await wait(job, signal, () => true)
    if (job.state().state === 'running') {
      await wait(job, signal, () => job.state().state !== 'running', interval)
    }
  }
}
