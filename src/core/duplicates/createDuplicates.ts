import type { ArchiveOutputs } from '#shared/contract/archive'
import type {
  DuplicateCounts,
  DuplicateGroup,
  DuplicateKind,
  DuplicateMember,
  MergeRule,
} from '#shared/contract/duplicates'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { createPauses } from '../jobs/createPauses'
import type { Jobs } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { SmallPictures } from '../smallPictures/createSmallPictures'
import type { Archive } from '../store/types'
import { chooseKept } from './chooseKept'
import { createGroupFinder } from './createGroupFinder'
import { memberOf } from './memberOf'
import { pastStep } from './pastSteps'
import type { AlikeGroup } from './types'

/** Members of a group that are shown. */
const mostMembers = 50

type Outputs = ArchiveOutputs['duplicates']

export interface Duplicates {
  readonly counts: (signal?: AbortSignal) => Promise<Outputs['counts']>
  readonly list: (
    page: { readonly kind?: DuplicateKind | undefined; readonly offset: number; readonly limit: number },
    signal?: AbortSignal,
  ) => Promise<Outputs['list']>
  readonly dismiss: (ids: readonly Id[]) => Outputs['dismiss']
  readonly recall: (dismissalId: Id) => void
  readonly merge: (keptId: Id, removedIds: readonly Id[]) => Outputs['merge']
  readonly mergeAll: (rule: MergeRule, kind?: DuplicateKind) => Outputs['mergeAll']
  readonly history: (offset: number, limit: number) => Outputs['history']
  readonly undo: (id: Id, signal?: AbortSignal) => Promise<Outputs['undo']>
}

export interface DuplicatesDeps {
  readonly archive: Archive
  readonly smallPictures: Pick<SmallPictures, 'hashes'>
  readonly jobs: Jobs
  readonly clock: Clock
  readonly actor: string
  /** Tells search and watchers that the catalogue changed. */
  readonly committed: () => void
}

const countsOf = (groups: readonly AlikeGroup[], kind: DuplicateKind): DuplicateCounts => {
  const own = groups.filter((group) => group.kind === kind)
  return { groups: own.length, removed: own.reduce((all, { members }) => all + members.length - 1, 0) }
}

const ofKind = (groups: readonly AlikeGroup[], kind: DuplicateKind | undefined): readonly AlikeGroup[] =>
  kind === undefined ? groups : groups.filter((group) => group.kind === kind)

/** Near duplicates of the archive: where they are seen, merged by the user's word, and brought back. */
export const createDuplicates = (deps: DuplicatesDeps): Duplicates => {
  const { archive, jobs, clock, actor, committed } = deps
  const { catalogue } = archive
  const finder = createGroupFinder(deps)

  const membersOf = (members: AlikeGroup['members']): DuplicateMember[] =>
    members.map((member) => memberOf(catalogue, member)).filter((member) => member !== undefined)

  const shown = ({ kind, reason, members }: AlikeGroup): DuplicateGroup[] => {
    const [first] = members
    if (!first) return []
    const some = membersOf(members.slice(0, mostMembers))
    return [{ id: first.id, kind, reason, members: some, total: members.length }]
  }

  /** One group by a rule; how many went. What changed meanwhile is left alone. */
  const mergeGroup = (group: AlikeGroup, rule: MergeRule, stepId: Id): number => {
    const members = membersOf(group.members)
    const kept = chooseKept(members, rule)
    const removedIds = members.filter((member) => member !== kept).map(({ id }) => id)
    if (!kept || removedIds.length === 0) return 0
    catalogue.merge({ id: clock.createId(), stepId, rule, keptId: kept.id, removedIds, actor })
    return removedIds.length
  }

  const mergeAll = (rule: MergeRule, kind?: DuplicateKind): { jobId: Id } => {
    const job = jobs.start('merge', async ({ signal, progress }) => {
      const stepId = clock.createId()
      const groups = ofKind(await finder.groups(signal), kind)
      const pause = createPauses(signal)
      let [merges, removed] = [0, 0]
      try {
        for (const [done, group] of groups.entries()) {
          signal.throwIfAborted()
          progress({ done, total: groups.length })
          const gone = mergeGroup(group, rule, stepId)
          if (gone > 0) merges += 1
          removed += gone
          await pause()
        }
      } finally {
        // Also what was merged before it was stopped is there to be seen, and to be undone.
        if (merges > 0) committed()
      }
      progress({ done: groups.length, total: groups.length })
      return { kind: 'merge', stepId, merges, removed }
    })
    return { jobId: job.id }
  }

  const undo = async (id: Id, signal?: AbortSignal): Promise<Outputs['undo']> => {
    const merges = catalogue.duplicates.mergesToUndo(id)
    if (merges.length === 0) throw new CuttingsError('not-found', { what: 'merge' })
    const pause = createPauses(signal)
    let restored = 0
    try {
      for (const merge of merges) {
        restored += catalogue.undoMerge(merge, actor)
        await pause()
      }
    } finally {
      if (restored > 0) committed()
    }
    return { merges: merges.length, restored }
  }

  return {
    counts: async (signal) => {
      const groups = await finder.groups(signal)
      return { article: countsOf(groups, 'article'), photo: countsOf(groups, 'photo') }
    },
    list: async ({ kind, offset, limit }, signal) => {
      const groups = ofKind(await finder.groups(signal), kind)
      return { total: groups.length, groups: groups.slice(offset, offset + limit).flatMap(shown) }
    },
    dismiss: (ids) => {
      if (ids.some((id) => !catalogue.record(id))) throw new CuttingsError('not-found', { what: 'item' })
      const dismissalId = clock.createId()
      catalogue.setDifferent(dismissalId, ids)
      finder.forget()
      return { dismissalId }
    },
    recall: (dismissalId) => {
      catalogue.forgetDifferent(dismissalId)
      finder.forget()
    },
    merge: (keptId, removedIds) => {
      const stepId = clock.createId()
      const ids = [...new Set(removedIds)]
      catalogue.merge({ id: clock.createId(), stepId, keptId, removedIds: ids, actor })
      committed()
      return { stepId, removed: ids.length }
    },
    mergeAll,
    history: (offset, limit) => {
      const { total, steps } = catalogue.duplicates.steps(offset, limit)
      return { total, steps: steps.map((step) => pastStep(catalogue, step)) }
    },
    undo,
  }
}
