import type { ArchiveClient } from '#shared/contract/archive'
import type { Offered } from '#shared/contract/host'
import type { JobState } from '#shared/contract/jobs'
import type { PlanEntry } from '#shared/contract/work'
import type { TableMapping } from '#shared/model/parsed'
import { errorToReport } from './errorToReport'
import type { ImportState } from './importState'
import { jobToError } from './jobToError'
import { readAllPages } from './readAllPages'

export interface JobWatcher {
  readonly track: (id: string) => Promise<JobState | undefined>
  readonly cancel: (id: string) => Promise<void>
}

/** What the user set for the next dry run. */
export interface DryRunOptions {
  /** What can't be read is kept as an original. */
  readonly keepUnreadable: boolean
}

/** What would become of files, found out by a job that writes nothing. */
export const createDryRun = (
  state: ImportState,
  { imports }: ArchiveClient,
  jobs: JobWatcher,
  options: () => DryRunOptions,
) => {
  /** Gives the dry run back; nothing was written for it. */
  const discard = async (): Promise<void> => {
    const planId = state.planId.value
    const running = state.stage.value === 'planning' ? state.jobId.value : undefined
    state.clear()
    if (running !== undefined) await jobs.cancel(running)
    if (planId === undefined) return
    try {
      await imports.discard({ planId })
    } catch {
      // Gone already, with its process or by its import: there is nothing left to give back.
    }
  }

  const readPlan = async (planId: string, isHeld: () => boolean): Promise<void> => {
    const entries = await readAllPages(async (offset, limit) => {
      const page = await imports.planned({ planId, offset, limit })
      if (isHeld()) state.totals.value = page.totals
      return page.entries
    }, isHeld)
    if (!isHeld()) return
    state.entries.value = entries
    state.stage.value = 'planned'
  }

  const run = async (tokens: readonly string[], isHeld: () => boolean): Promise<void> => {
    state.stage.value = 'planning'
    const { jobId } = await imports.plan({ tokens: [...tokens], ...options() })
    if (!isHeld()) return jobs.cancel(jobId)
    state.jobId.value = jobId
    const end = await jobs.track(jobId)
    if (!isHeld()) return
    const cause = jobToError(end)
    if (cause) return state.fail(cause, 'empty')
    if (end?.result?.kind !== 'plan') return
    state.planId.value = end.result.planId
    await readPlan(end.result.planId, isHeld)
  }

  /** Starts with what a dialog, a drop or an upload gave. An unfinished dry run before it is given back. */
  const start = async (offered: () => Promise<readonly (Offered | null)[] | null>): Promise<void> => {
    if (state.stage.value === 'importing') return
    const answerBefore = discard()
    const isHeld = state.hold()
    await answerBefore
    try {
      const answer = await offered()
      if (!isHeld()) return
      const tokens = (answer ?? []).flatMap((one) => (one ? [one.token] : []))
      if (tokens.length > 0) await run(tokens, isHeld)
      else state.stage.value = 'empty'
    } catch (cause) {
      if (isHeld()) state.fail(errorToReport(cause), 'empty')
    }
  }

  const loadPreview = async (index: number): Promise<void> => {
    const planId = state.planId.value
    if (planId === undefined || state.previews.has(index)) return
    try {
      const preview = await imports.preview({ planId, index })
      if (state.planId.value === planId) state.previews.set(index, preview)
    } catch (cause) {
      if (state.planId.value === planId) state.error.value = errorToReport(cause)
    }
  }

  /** Reads a table again by another mapping; answers with what it makes now. Rejects where that can't be read. */
  const remap = async (index: number, mapping: TableMapping): Promise<PlanEntry | undefined> => {
    const planId = state.planId.value
    if (planId === undefined) return undefined
    const entry = await imports.remap({ planId, index, mapping })
    const { totals } = await imports.planned({ planId, offset: 0, limit: 1 })
    if (state.planId.value !== planId) return undefined
    state.entries.value = state.entries.value.map((one) => (one.index === index ? entry : one))
    state.totals.value = totals
    state.previews.delete(index)
    await loadPreview(index)
    return entry
  }

  return { start, discard, loadPreview, remap }
}
