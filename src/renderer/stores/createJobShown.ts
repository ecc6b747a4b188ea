import type { Ref, ShallowRef } from 'vue'
import type { JobState } from '#shared/contract/jobs'
import type { ErrorReport } from '#shared/errors'
import { jobToError } from './jobToError'

export interface JobShownDeps {
  readonly track: (jobId: string) => Promise<JobState | undefined>
  /** The job, while it runs. */
  readonly jobId: Ref<string | undefined>
  readonly error: ShallowRef<ErrorReport | undefined>
}

/** Shows a job until its end; without a result where it was cancelled or failed, which is said. */
export const createJobShown =
  ({ track, jobId, error }: JobShownDeps) =>
  async (started: { readonly jobId: string }): Promise<JobState['result']> => {
    jobId.value = started.jobId
    const end = await track(started.jobId)
    jobId.value = undefined
    error.value = jobToError(end)
    return end?.result
  }
