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

  const follow = async (jobId: string, isHeld: () => boolean): Promise<void> => {
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

  const run = async (start: () => Promise<{ jobId: string }>, back: 'empty' | 'planned'): Promise<void> => {
    const isHeld = state.hold()
    state.stage.value = 'importing'
    // The dry run's job says nothing of the import.
    state.jobId.value = undefined
    state.error.value = undefined
    try {
      const { jobId } = await start()
      await follow(jobId, isHeld)
    } catch (cause) {
      if (isHeld()) state.fail(errorToReport(cause), back)
    }
  }

  return {
    commit: async (): Promise<void> => {
      const planId = state.planId.value
      if (planId === undefined || state.stage.value !== 'planned') return
      const choices = {
        leaveOut: [...state.leftOut],
        separate: [...state.separate],
        take: [...state.takes].map(([index, ids]) => ({ index, records: [...ids] })),
      }
      await run(() => imports.commit({ planId, ...choices }), 'planned')
    },
    /** Goes on with an import that was interrupted; its report holds what was done before, too. */
    goOn: async (id: string): Promise<void> => {
      if (state.stage.value === 'empty') await run(() => imports.resume({ id }), 'empty')
    },
  }
}
