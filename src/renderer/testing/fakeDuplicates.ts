import type { ArchiveClient } from '#shared/contract/archive'
import type { DuplicateGroup, DuplicateMember, MergeStep } from '#shared/contract/duplicates'
import type { JobResult } from '#shared/contract/jobs'
import { fakeId } from './fakeRecords'

const member = (number: number, part: Partial<DuplicateMember>): DuplicateMember => ({
  id: fakeId(1, number),
  title: `The quay, take ${number}`,
  addedAt: `2026-11-0${number}T10:00:00.000Z`,
  versions: 1,
  citations: number,
  size: 1000 * number,
  likeness: 1,
  ...part,
})

/** Two groups: three articles and two photos. */
export const fakeGroups: readonly DuplicateGroup[] = [
  {
    id: fakeId(1, 1),
    kind: 'article',
    reason: 'text',
    members: [
      member(1, { subtitle: 'Harbour Courier', published: '2020-10-02' }),
      member(2, { likeness: 0.94 }),
      member(3, { likeness: 0.81, title: 'الرصيف' }),
    ],
    total: 4,
  },
  {
    id: fakeId(1, 4),
    kind: 'photo',
    reason: 'picture',
    members: [member(4, { original: 'ab'.repeat(32) }), member(5, { likeness: 0.97 })],
    total: 2,
  },
]

/** Members of a group beyond those that are shown with it. */
const fakeLater: ReadonlyMap<string, readonly DuplicateMember[]> = new Map([
  [fakeId(1, 1), [member(6, { title: 'The quay, a late copy', likeness: 0.8 })]],
])

/** Groups in memory that can be merged, dismissed and brought back. */
export const createFakeDuplicates = (
  isEmpty: boolean,
  start: (result: JobResult) => { jobId: string },
): ArchiveClient['duplicates'] => {
  let groups: readonly DuplicateGroup[] = isEmpty ? [] : fakeGroups
  let steps: readonly MergeStep[] = []
  const before = new Map<string, readonly DuplicateGroup[]>()

  const remember = (): string => {
    const id = fakeId(6, before.size + 1)
    before.set(id, groups)
    return id
  }
  const merge = (merged: readonly DuplicateGroup[], keptId?: string): MergeStep => {
    const id = remember()
    groups = groups.filter((group) => !merged.includes(group))
    const shown = merged.map(({ id: groupId, members }) => {
      const kept = members.find((one) => one.id === keptId) ?? members[0] ?? { id: groupId, title: '' }
      const removed = members
        .filter((one) => one !== kept)
        .map(({ id: other, title }) => ({ id: other, title }))
      return { id: groupId, kept: { id: kept.id, title: kept.title }, removed, undoable: true }
    })
    const removed = shown.reduce((all, one) => all + one.removed.length, 0)
    const step = {
      id,
      at: '2026-11-22T14:00:00.000Z',
      actor: 'user',
      merges: shown.length,
      removed,
      undone: 0,
      shown,
    }
    steps = [step, ...steps]
    return step
  }
  const countOf = (kind: DuplicateGroup['kind']) => {
    const own = groups.filter((group) => group.kind === kind)
    return { groups: own.length, removed: own.reduce((all, { total }) => all + total - 1, 0) }
  }

  return {
    counts: async () => ({ article: countOf('article'), photo: countOf('photo') }),
    list: async ({ offset = 0, limit = 100 }) => ({
      total: groups.length,
      groups: groups.slice(offset, offset + limit),
    }),
    members: async ({ id, offset = 0, limit = 100 }) => {
      const group = groups.find((one) => one.id === id)
      const rest = (fakeLater.get(id) ?? []).slice(0, group ? undefined : 0)
      const all = [...(group?.members ?? []), ...rest]
      return { total: all.length, members: all.slice(offset, offset + limit) }
    },
    dismiss: async ({ ids }) => {
      const dismissalId = remember()
      groups = groups.filter((group) => group.id !== ids[0])
      return { dismissalId }
    },
    recall: async ({ dismissalId }) => {
      groups = before.get(dismissalId) ?? groups
      return {}
    },
    merge: async ({ keptId, removedIds }) => {
      const merged = groups.filter(({ members }) => members.some(({ id }) => id === keptId))
      return { stepId: merge(merged, keptId).id, removed: removedIds.length }
    },
    mergeAll: async () => {
      const { id, merges, removed } = merge(groups)
      return start({ kind: 'merge', stepId: id, merges, removed })
    },
    history: async () => ({ total: steps.length, steps: [...steps] }),
    undo: async ({ id }) => {
      const step = steps.find((one) => one.id === id)
      groups = before.get(id) ?? groups
      steps = steps.map((one) => (one === step ? { ...one, undone: one.merges } : one))
      return start({ kind: 'undo', merges: step?.merges ?? 0, restored: step?.removed ?? 0 })
    },
  }
}
