import type { ArchiveClient } from '#shared/contract/archive'
import type { ImportState } from './importState'
import { readAllPages } from './readAllPages'

/** Takes a dry run that has ended from the core, page by page, for as long as it is still asked for. */
export const readPlan = async (
  state: ImportState,
  imports: ArchiveClient['imports'],
  planId: string,
  isHeld: () => boolean,
): Promise<void> => {
  const entries = await readAllPages(async (offset, limit) => {
    const page = await imports.planned({ planId, offset, limit })
    if (isHeld()) state.totals.value = page.totals
    return page.entries
  }, isHeld)
  if (!isHeld()) return
  state.entries.value = entries
  state.stage.value = 'planned'
}
