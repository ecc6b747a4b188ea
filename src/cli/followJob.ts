import type { FileResult, JobState } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import type { App } from '#core/assembleApp'
import type { CommandContext } from './types'

const progressText = ({ progress }: JobState): string => {
  const { done, total, step, current, inside } = progress
  return [
    step,
    total > 0 ? `${done} of ${total}` : undefined,
    current,
    inside ? `${inside.done} of ${inside.total}` : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
}

/**
 * Tells each file's result as it comes, and answers with the job's end. Where the command is stopped, the job is
 * cancelled: what it has in hand is finished first.
 */
export const followJob = async (
  { jobs }: Pick<App, 'jobs'>,
  { id }: Pick<JobState, 'id'>,
  { output, signal }: Pick<CommandContext, 'output' | 'signal'>,
  onFile: (file: FileResult) => void = () => undefined,
): Promise<JobState> => {
  const cancel = (): void => jobs.cancel(id)
  signal.addEventListener('abort', cancel)
  if (signal.aborted) cancel()
  try {
    for await (const event of jobs.watch(id)) {
      if (event.type === 'file') onFile(event.file)
      else if (event.job.state === 'running') output.progress(progressText(event.job))
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
  return jobs.ended(id)
}

/** The result of a job that was done; throws the error that it ended with. */
export const resultOf = ({ state, error, result }: JobState): NonNullable<JobState['result']> => {
  if (error) throw new CuttingsError(error.code, error.details)
  if (!result) throw new TypeError(`a job ended as ${state} without a result`)
  return result
}
