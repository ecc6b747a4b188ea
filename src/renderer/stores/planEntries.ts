import type { ArchiveClient } from '#shared/contract/archive'
import type { PlanEntry } from '#shared/contract/work'
import type { TableMapping } from '#shared/model/parsed'
import { errorToReport } from './errorToReport'
import type { ImportState } from './importState'
import { readAllPages } from './readAllPages'

/** A closer look at single entries of a dry run. */
export const createPlanEntries = (state: ImportState, imports: ArchiveClient['imports']) => {
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

  /** What a pack and the archive say different things of. */
  const loadConflicts = async (index: number): Promise<void> => {
    const planId = state.planId.value
    if (planId === undefined || state.conflicts.has(index)) return
    const isHeld = (): boolean => state.planId.value === planId
    try {
      const all = await readAllPages(
        async (offset, limit) => (await imports.conflicts({ planId, index, offset, limit })).conflicts,
        isHeld,
      )
      if (isHeld()) state.conflicts.set(index, all)
    } catch (cause) {
      if (isHeld()) state.error.value = errorToReport(cause)
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

  return { loadPreview, loadConflicts, remap }
}
