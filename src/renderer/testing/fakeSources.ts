import { ORPCError } from '@orpc/client'
import type { ArchiveClient } from '#shared/contract/archive'
import type { JobResult } from '#shared/contract/jobs'
import type { CitingPassage, SourceStep, SpelledSource, SpellingGroup } from '#shared/contract/sources'
import type { Source } from '#shared/model/citation'
import type { Reference } from '#shared/model/reference'
import { fakeId } from './fakeRecords'

const spelled = (number: number, name: string, part: Partial<SpelledSource> = {}): SpelledSource => ({
  id: fakeId(3, number),
  name,
  aliases: [],
  warnings: 0,
  citations: 10 - number,
  articles: 1,
  ...part,
})

/** Three groups: the first of three sources, the second nearly the same, the third written from right to left. */
export const fakeSpellings: readonly SpellingGroup[] = [
  {
    id: fakeId(3, 1),
    reason: 'same-words',
    members: [
      spelled(1, 'Example Press', { aliases: ['EP'], sourceKind: 'agency', warnings: 1 }),
      spelled(5, 'example press', { confidential: true }),
      spelled(6, 'Press, Example'),
    ],
    total: 3,
  },
  {
    id: fakeId(3, 2),
    reason: 'nearly',
    members: [spelled(2, 'Harbour Office', { owner: 'The city' }), spelled(7, 'Harbour Office News')],
    total: 2,
  },
  {
    id: fakeId(3, 8),
    reason: 'same-words',
    members: [spelled(8, 'الجزيرة'), spelled(9, 'جزيرة')],
    total: 2,
  },
]

export interface FakeSourcesOptions {
  readonly sources: readonly Source[]
  readonly references: readonly Reference[]
  readonly citing: (sourceId: string) => CitingPassage[]
  readonly isEmpty: boolean
  readonly start: (result: JobResult) => { jobId: string }
}

/** Sources in memory that can be edited, merged, split and brought back. */
export const createFakeSources = (options: FakeSourcesOptions): ArchiveClient['sources'] => {
  let held = new Map(options.sources.map((source) => [source.id, source]))
  let groups: readonly SpellingGroup[] = options.isEmpty ? [] : fakeSpellings
  let steps: readonly SourceStep[] = []
  let dismissed: readonly { id: string; at: string; sources: { id: string; name: string }[] }[] = []
  const before = new Map<string, { held: typeof held; groups: typeof groups }>()

  const remember = (step: Pick<SourceStep, 'deed' | 'sources' | 'others' | 'shown'>): string => {
    const id = fakeId(6, before.size + 1)
    before.set(id, { held, groups })
    steps = [{ id, at: '2026-11-22T14:00:00.000Z', actor: 'user', undone: 0, ...step }, ...steps]
    return id
  }
  const shownOf = (name: string, others: readonly string[] = []): SourceStep['shown'] => [
    {
      id: fakeId(7, before.size + 1),
      source: { id: fakeId(3, 1), name },
      others: others.map((other, at) => ({ id: fakeId(3, 20 + at), name: other })),
      undoable: true,
    },
  ]
  const find = (id: string): Source => {
    const source = held.get(id)
    if (!source) throw new ORPCError('not-found', { data: { what: 'source' } })
    return source
  }

  return {
    get: async ({ id }) => {
      const source = find(id)
      const cited = options.citing(id)
      return {
        source,
        citations: cited.length,
        articles: new Set(cited.map((one) => one.articleId)).size,
        references: options.references.filter((one) => one.sourceId === id),
        printed: [
          { literal: source.name, citations: cited.length },
          ...source.aliases.map((literal) => ({ literal, citations: 2 })),
        ],
      }
    },
    passages: async ({ id, offset = 0, limit = 100 }) => {
      const all = options.citing(id)
      return { total: all.length, rows: all.slice(offset, offset + limit) }
    },
    edit: async ({ id, fields }) => {
      const source = find(id)
      const stepId = remember({ deed: 'edit', sources: 1, others: 0, shown: shownOf(source.name) })
      held = new Map(held).set(id, { id, kind: 'source', ...fields } as Source)
      return { stepId }
    },
    counts: async () => ({
      groups: groups.length,
      removed: groups.reduce((all, { total }) => all + total - 1, 0),
    }),
    proposals: async ({ offset = 0, limit = 100 }) => ({
      total: groups.length,
      groups: groups.slice(offset, offset + limit),
    }),
    dismiss: async ({ groups: asked }) => {
      const all = groups
      groups = groups.filter(({ members }) => !asked.some((ids) => ids.includes(members[0]?.id ?? '')))
      const gone = all.filter((group) => !groups.includes(group))
      const added = gone.map(({ members }, at) => ({
        id: fakeId(6, 100 + dismissed.length + at),
        at: '2026-11-22T14:00:00.000Z',
        sources: members.map(({ id, name }) => ({ id, name })),
      }))
      dismissed = [...added, ...dismissed]
      return { dismissalIds: added.map(({ id }) => id) }
    },
    dismissals: async () => ({ total: dismissed.length, rows: [...dismissed] }),
    recall: async ({ dismissalIds }) => {
      const back = dismissed.filter(({ id }) => dismissalIds.includes(id))
      dismissed = dismissed.filter((one) => !back.includes(one))
      groups = fakeSpellings.filter(
        (group) =>
          groups.includes(group) || back.some(({ sources }) => sources[0]?.id === group.members[0]?.id),
      )
      return {}
    },
    merge: async ({ merges }) => {
      const removed = merges.reduce((all, { removedIds }) => all + removedIds.length, 0)
      const merged = groups.filter(({ members }) =>
        members.some(({ id }) => merges.some(({ keptId }) => keptId === id)),
      )
      const kept = merged[0]?.members.find(({ id }) => id === merges[0]?.keptId)?.name ?? ''
      const names = merged.flatMap(({ members }) => members.map(({ name }) => name))
      const others = names.filter((name) => name !== kept)
      const step = {
        deed: 'merge',
        sources: merges.length,
        others: removed,
        shown: shownOf(kept, others),
      } as const
      const stepId = remember(step)
      groups = groups.filter((group) => !merged.includes(group))
      return options.start({ kind: 'merge', stepId, merges: merges.length, removed })
    },
    split: async ({ id, aliases }) => {
      const source = find(id)
      const stepId = remember({
        deed: 'split',
        sources: 1,
        others: aliases.length,
        shown: shownOf(source.name, aliases),
      })
      held = new Map(held).set(id, {
        ...source,
        aliases: source.aliases.filter((alias) => !aliases.includes(alias)),
      })
      return options.start({
        kind: 'split',
        stepId,
        made: aliases.map((_, at) => fakeId(3, 30 + at)),
        citations: 2,
      })
    },
    history: async () => ({ total: steps.length, steps: [...steps] }),
    undo: async ({ id }) => {
      const state = before.get(id)
      if (state) ({ held, groups } = state)
      steps = steps.map((one) => (one.id === id ? { ...one, undone: one.sources } : one))
      return options.start({ kind: 'undo', merges: 1, restored: 1 })
    },
  }
}
