import type { Ref, ShallowRef } from 'vue'
import type { ArchiveClient } from '#shared/contract/archive'
import type { MergeRule } from '#shared/contract/duplicates'
import type { JobState } from '#shared/contract/jobs'
import type { ErrorReport } from '#shared/errors'
import { jobToError } from './jobToError'

/** What was done last, and how it is undone: shown in place until something else is done. */
export type LastDeed =
  | { readonly did: 'merged'; readonly id: string; readonly removed: number; readonly kept: number }
  | { readonly did: 'dismissed'; readonly id: string }
  | { readonly did: 'undone'; readonly restored: number }

export interface DeedsDeps {
  readonly duplicates: ArchiveClient['duplicates']
  /** Does it, says what was done, and reads again what is left. */
  readonly perform: (work: () => Promise<LastDeed | undefined>) => Promise<void>
  readonly track: (jobId: string) => Promise<JobState | undefined>
  /** The job that merges all groups or undoes that, while it does. */
  readonly jobId: Ref<string | undefined>
  readonly error: ShallowRef<ErrorReport | undefined>
}

/** All that can be done with groups, and undone. */
export const createDeeds = ({ duplicates, perform, track, jobId, error }: DeedsDeps) => {
  /** Shows a job until its end; without a result where it was cancelled or failed, which is said. */
  const follow = async (started: { readonly jobId: string }): Promise<JobState['result']> => {
    jobId.value = started.jobId
    const end = await track(started.jobId)
    jobId.value = undefined
    error.value = jobToError(end)
    return end?.result
  }
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
