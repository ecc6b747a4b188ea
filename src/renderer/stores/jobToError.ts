import type { JobState } from '#shared/contract/jobs'
import type { ErrorReport } from '#shared/errors'
import { errorToReport } from './errorToReport'

/** Why a job that has ended did not do its work; a job whose end was never heard went with its process. */
export const jobToError = (job: JobState | undefined): ErrorReport | undefined =>
  job?.state === 'done' ? undefined : (job?.error ?? errorToReport({ code: 'core-gone' }))
