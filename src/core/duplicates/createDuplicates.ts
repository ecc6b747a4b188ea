import type { ArchiveOutputs } from '#shared/contract/archive'
import type { DuplicateCounts, DuplicateGroup, DuplicateKind } from '#shared/contract/duplicates'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { SmallPictures } from '../smallPictures/createSmallPictures'
import { createGroupFinder } from './createGroupFinder'
import { createMerging, type Merging, type MergingDeps } from './createMerging'
import { membersOf } from './membersOf'
import { pastStep } from './pastSteps'
import type { AlikeGroup } from './types'

/** Members of a group that are shown with it. */
const mostMembers = 50

type Outputs = ArchiveOutputs['duplicates']

export interface Duplicates extends Merging {
  readonly counts: (signal?: AbortSignal) => Promise<Outputs['counts']>
  readonly list: (
    page: { readonly kind?: DuplicateKind | undefined; readonly offset: number; readonly limit: number },
    signal?: AbortSignal,
  ) => Promise<Outputs['list']>
  readonly members: (
    page: { readonly id: Id; readonly offset: number; readonly limit: number },
    signal?: AbortSignal,
  ) => Promise<Outputs['members']>
  readonly dismiss: (ids: readonly Id[]) => Outputs['dismiss']
  readonly recall: (dismissalId: Id) => void
  readonly history: (offset: number, limit: number) => Outputs['history']
  readonly close: () => Promise<void>
}

export interface DuplicatesDeps extends Omit<MergingDeps, 'finder'> {
  readonly smallPictures: Pick<SmallPictures, 'hashes'>
}

const countsOf = (groups: readonly AlikeGroup[]): DuplicateCounts => ({
  groups: groups.length,
  removed: groups.reduce((all, { members }) => all + members.length - 1, 0),
})

/** Near duplicates of the archive: where they are seen, merged by the user's word, and brought back. */
export const createDuplicates = (deps: DuplicatesDeps): Duplicates => {
  const { clock } = deps
  const { catalogue } = deps.archive
  const finder = createGroupFinder(deps)

  const shown = ({ kind, reason, members }: AlikeGroup): DuplicateGroup[] => {
    const [first] = members
    if (!first) return []
    const some = membersOf(catalogue, members.slice(0, mostMembers))
    return [{ id: first.id, kind, reason, members: some, total: members.length }]
  }

  return {
    ...createMerging({ ...deps, finder }),
    close: finder.close,
    counts: async (signal) => ({
      article: countsOf(await finder.groups('article', signal)),
      photo: countsOf(await finder.groups('photo', signal)),
    }),
    list: async ({ kind, offset, limit }, signal) => {
      const groups = await finder.groups(kind, signal)
      return { total: groups.length, groups: groups.slice(offset, offset + limit).flatMap(shown) }
    },
    members: async ({ id, offset, limit }, signal) => {
      const group = (await finder.groups(undefined, signal)).find(({ members: [first] }) => first?.id === id)
      if (!group) throw new CuttingsError('not-found', { what: 'group' })
      const some = group.members.slice(offset, offset + limit)
      return { total: group.members.length, members: membersOf(catalogue, some) }
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
    history: (offset, limit) => {
      const { total, steps } = catalogue.duplicates.steps(offset, limit)
      return { total, steps: steps.map((step) => pastStep(catalogue, step)) }
    },
  }
}
