import type { ArchiveOutputs } from '#shared/contract/archive'
import type { DuplicateKind, MergeRule } from '#shared/contract/duplicates'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Jobs, RunJob } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { Archive } from '../store/types'
import { chooseKept } from './chooseKept'
import type { GroupFinder } from './createGroupFinder'
import { eachTogether } from './eachTogether'
import { membersOf } from './membersOf'
import type { AlikeGroup } from './types'

type Outputs = ArchiveOutputs['duplicates']

export interface Merging {
  readonly merge: (keptId: Id, removedIds: readonly Id[]) => Outputs['merge']
  readonly mergeAll: (rule: MergeRule, kind?: DuplicateKind) => Outputs['mergeAll']
  /** Throws `not-found` where nothing of it is left to be undone. */
  readonly undo: (id: Id) => Outputs['undo']
}

export interface MergingDeps {
  readonly archive: Archive
  readonly jobs: Jobs
  readonly clock: Clock
  readonly actor: string
  /** Tells search and watchers that the catalogue changed. */
  readonly committed: () => void
  readonly finder: GroupFinder
}

/** Merges, each whole or not at all, and the way back. */
export const createMerging = (deps: MergingDeps): Merging => {
  const { archive, jobs, clock, actor, committed, finder } = deps
  const { catalogue } = archive

  /** One group by a rule; how many went. What changed meanwhile is left alone. */
  const mergeGroup = (group: AlikeGroup, rule: MergeRule, stepId: Id): number => {
    const members = membersOf(catalogue, group.members)
    const kept = chooseKept(members, rule)
    const removedIds = members.filter((member) => member !== kept).map(({ id }) => id)
    if (!kept || removedIds.length === 0) return 0
    catalogue.merge({ id: clock.createId(), stepId, rule, keptId: kept.id, removedIds, actor })
    return removedIds.length
  }

  const runMergeAll =
    (rule: MergeRule, kind: DuplicateKind | undefined): RunJob =>
    async ({ signal, progress }) => {
      const stepId = clock.createId()
      const groups = await finder.groups(kind, signal)
      const step = (group: AlikeGroup, done: number): number => {
        progress({ done, total: groups.length })
        return mergeGroup(group, rule, stepId)
      }
      let [merges, removed] = [0, 0]
      try {
        for await (const gone of eachTogether({ catalogue, all: groups, step, signal })) {
          if (gone > 0) merges += 1
          removed += gone
        }
      } finally {
        // Also what was merged before it was stopped is there to be seen, and to be undone.
        if (merges > 0) committed()
      }
      progress({ done: groups.length, total: groups.length })
      return { kind: 'merge', stepId, merges, removed }
    }

  const runUndo =
    (merges: readonly Id[]): RunJob =>
    async ({ signal, progress }) => {
      const step = (merge: Id, done: number): number => {
        progress({ done, total: merges.length })
        return catalogue.undoMerge(merge, actor)
      }
      let restored = 0
      try {
        for await (const back of eachTogether({ catalogue, all: merges, step, signal })) restored += back
      } finally {
        // Also what came back before it was stopped is there to be seen.
        if (restored > 0) committed()
      }
      progress({ done: merges.length, total: merges.length })
      return { kind: 'undo', merges: merges.length, restored }
    }

  return {
    merge: (keptId, removedIds) => {
      const stepId = clock.createId()
      const ids = [...new Set(removedIds)]
      catalogue.merge({ id: clock.createId(), stepId, keptId, removedIds: ids, actor })
      committed()
      return { stepId, removed: ids.length }
    },
    mergeAll: (rule, kind) => ({ jobId: jobs.start('merge', runMergeAll(rule, kind)).id }),
    undo: (id) => {
      const merges = catalogue.duplicates.mergesToUndo(id)
      if (merges.length === 0) throw new CuttingsError('not-found', { what: 'merge' })
      return { jobId: jobs.start('undo', runUndo(merges)).id }
    },
  }
}
