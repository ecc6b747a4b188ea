import type { ArchiveClient } from '#shared/contract/archive'
import type { MergeRule } from '#shared/contract/duplicates'
import { createJobShown, type JobShownDeps } from './createJobShown'

/** What was done last, and how it is undone: shown in place until something else is done. */
export type LastDeed =
  | { readonly did: 'merged'; readonly id: string; readonly removed: number; readonly kept: number }
  | { readonly did: 'dismissed'; readonly id: string }
  | { readonly did: 'undone'; readonly restored: number }

export interface DeedsDeps extends JobShownDeps {
  readonly duplicates: ArchiveClient['duplicates']
  /** Does it, says what was done, and reads again what is left. */
  readonly perform: (work: () => Promise<LastDeed | undefined>) => Promise<void>
}

/** All that can be done with groups, and undone. */
export const createDeeds = ({ duplicates, perform, ...shown }: DeedsDeps) => {
  const follow = createJobShown(shown)
  return {
    mergeAll: (rule: MergeRule): Promise<void> =>
      perform(async () => {
        const result = await follow(await duplicates.mergeAll({ rule }))
        if (result?.kind !== 'merge') return undefined
        const { stepId, removed, merges } = result
        return { did: 'merged', id: stepId, removed, kept: merges }
      }),
    merge: (keptId: string, removedIds: readonly string[]): Promise<void> =>
      perform(async () => {
        const { stepId, removed } = await duplicates.merge({ keptId, removedIds: [...removedIds] })
        return { did: 'merged', id: stepId, removed, kept: 1 }
      }),
    dismiss: (ids: readonly string[]): Promise<void> =>
      perform(async () => {
        const { dismissalId } = await duplicates.dismiss({ ids: [...ids] })
        return { did: 'dismissed', id: dismissalId }
      }),
    recall: (dismissalId: string): Promise<void> =>
      perform(async () => {
        await duplicates.recall({ dismissalId })
        return undefined
      }),
    undo: (id: string): Promise<void> =>
      perform(async () => {
        const result = await follow(await duplicates.undo({ id }))
        return result?.kind === 'undo' ? { did: 'undone', restored: result.restored } : undefined
      }),
  }
}
