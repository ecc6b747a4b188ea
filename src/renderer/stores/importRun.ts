import type { ArchiveClient } from '#shared/contract/archive'
import type { FileResult } from '#shared/contract/jobs'
import type { JobWatcher } from './dryRun'
import { errorToReport } from './errorToReport'
import type { ImportState } from './importState'
import { jobToError } from './jobToError'
import { readAllPages } from './readAllPages'

/** The import of what a dry run found, but for what is left out. Files that were imported stay so, however it ends. */
export const createImportRun = (
  state: ImportState,
  { imports, jobs: archiveJobs }: ArchiveClient,
  jobs: JobWatcher & { readonly filesOf: (id: string) => readonly FileResult[] },
) => {
  const readReport = async (id: string, isHeld: () => boolean): Promise<readonly FileResult[]> => {
    try {
      return await readAllPages(
        async (offset, limit) => (await archiveJobs.report({ id, offset, limit })).files,
        isHeld,
      )
    } catch {
      // The job went with its process: what was heard of it before is the report.
      return jobs.filesOf(id)
    }
  }

  const run = async (planId: string, isHeld: () => boolean): Promise<void> => {
    const { jobId } = await imports.commit({
      planId,
      leaveOut: [...state.leftOut],
      separate: [...state.separate],
    })
    state.planId.value = undefined
    state.jobId.value = jobId
    const end = await jobs.track(jobId)
    const report = await readReport(jobId, isHeld)
    if (!isHeld()) return
    state.report.value = report
    state.wasCancelled.value = end?.state === 'cancelled'
    state.stage.value = 'ended'
    const cause = jobToError(end)
    if (cause) state.fail(cause, 'ended')
  }

  return async (): Promise<void> => {
    const planId = state.planId.value
    if (planId === undefined || state.stage.value !== 'planned') return
    const isHeld = state.hold()
    state.stage.value = 'importing'
    // The dry run's job says nothing of the import.
    state.jobId.value = undefined
    state.error.value = undefined
    try {
      await run(planId, isHeld)
    } catch (cause) {
      if (isHeld()) state.fail(errorToReport(cause), 'planned')
    }
  }
}
