import type { ArchiveClient } from '#shared/contract/archive'
import type { SourceFieldsInput } from '#shared/contract/sources'
import { createJobShown, type JobShownDeps } from './createJobShown'

/** What was done to sources last, and how it is undone: shown in place until something else is done. */
export type SourceLastDeed =
  | { readonly did: 'edited'; readonly id: string | undefined; readonly name: string }
  | { readonly did: 'merged'; readonly id: string; readonly removed: number; readonly kept: number }
  | { readonly did: 'split'; readonly id: string; readonly made: number; readonly citations: number }
  | { readonly did: 'dismissed'; readonly ids: readonly string[] }
  | { readonly did: 'undone' }

export interface SourceMerge {
  readonly keptId: string
  readonly removedIds: readonly string[]
}

export interface SourceDeedsDeps extends JobShownDeps {
  readonly sources: ArchiveClient['sources']
  /** Does it, says what was done, and answers whether it was. */
  readonly perform: (work: () => Promise<SourceLastDeed | undefined>) => Promise<boolean>
}

/** All that can be done with sources, and undone. */
export const createSourceDeeds = ({ sources, perform, ...shown }: SourceDeedsDeps) => {
  const follow = createJobShown(shown)
  return {
    edit: (id: string, fields: SourceFieldsInput): Promise<boolean> =>
      perform(async () => {
        const { stepId } = await sources.edit({ id, fields })
        return { did: 'edited', id: stepId, name: fields.name }
      }),
    merge: (merges: readonly SourceMerge[]): Promise<boolean> =>
      perform(async () => {
        const asked = merges.map(({ keptId, removedIds }) => ({ keptId, removedIds: [...removedIds] }))
        const result = await follow(await sources.merge({ merges: asked }))
        if (result?.kind !== 'merge') return undefined
        return { did: 'merged', id: result.stepId, removed: result.removed, kept: result.merges }
      }),
    split: (id: string, aliases: readonly string[]): Promise<boolean> =>
      perform(async () => {
        const result = await follow(await sources.split({ id, aliases: [...aliases] }))
        if (result?.kind !== 'split') return undefined
        return { did: 'split', id: result.stepId, made: result.made.length, citations: result.citations }
      }),
    dismiss: (groups: readonly (readonly string[])[]): Promise<boolean> =>
      perform(async () => {
        const { dismissalIds } = await sources.dismiss({ groups: groups.map((ids) => [...ids]) })
        return { did: 'dismissed', ids: dismissalIds }
      }),
    recall: (dismissalIds: readonly string[]): Promise<boolean> =>
      perform(async () => {
        await sources.recall({ dismissalIds: [...dismissalIds] })
        return { did: 'undone' }
      }),
    undo: (id: string): Promise<boolean> =>
      perform(async () => {
        const result = await follow(await sources.undo({ id }))
        return result?.kind === 'undo' ? { did: 'undone' } : undefined
      }),
  }
}
