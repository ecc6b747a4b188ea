import type { ArchiveOutputs } from '#shared/contract/archive'
import type { SpelledSource, SpellingGroup as ShownGroup } from '#shared/contract/sources'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { cleanFields } from './cleanFields'
import { createProposals } from './createProposals'
import { createSourceChanges, type SourceChanges, type SourceChangesDeps } from './createSourceChanges'
import type { SpellingGroup } from './findGroups'
import { pastDeeds } from './pastDeeds'

type Outputs = ArchiveOutputs['sources']

interface Page {
  readonly offset: number
  readonly limit: number
}

export interface Sources extends SourceChanges {
  readonly counts: (signal?: AbortSignal) => Promise<Outputs['counts']>
  readonly proposals: (page: Page, signal?: AbortSignal) => Promise<Outputs['proposals']>
  readonly dismiss: (groups: readonly (readonly Id[])[]) => Outputs['dismiss']
  readonly dismissals: (page: Page) => Outputs['dismissals']
  readonly recall: (dismissalIds: readonly Id[]) => void
  readonly history: (page: Page) => Outputs['history']
}

/** Sources of a group that are shown with it. */
const mostMembers = 200

/** Editing sources, spellings that may be one source, merging and splitting, and the way back. */
export const createSources = (deps: SourceChangesDeps): Sources => {
  const { clock } = deps
  const { catalogue } = deps.archive
  const proposals = createProposals(catalogue)
  const changes = createSourceChanges(deps)

  const spelled = (id: Id): SpelledSource[] => {
    const source = catalogue.removal(id) ? undefined : catalogue.record(id)
    if (source?.kind !== 'source') return []
    const { name, aliases, sourceKind, owner, confidential } = source
    return [
      {
        id,
        name,
        aliases,
        ...(sourceKind ? { sourceKind } : {}),
        ...(owner ? { owner } : {}),
        ...(confidential ? { confidential } : {}),
        warnings: source.warnings.length,
        ...catalogue.citedBy(id),
      },
    ]
  }

  const shown = ({ ids, reason }: SpellingGroup): ShownGroup[] => {
    const [first] = ids
    if (first === undefined) return []
    const members = ids.slice(0, mostMembers).flatMap(spelled)
    members.sort((a, b) => b.citations - a.citations)
    return [{ id: first, reason, members, total: ids.length }]
  }

  return {
    ...changes,
    edit: (id, fields) => changes.edit(id, cleanFields(fields)),
    counts: async (signal) => {
      const groups = await proposals.groups(signal)
      return { groups: groups.length, removed: groups.reduce((all, { ids }) => all + ids.length - 1, 0) }
    },
    proposals: async ({ offset, limit }, signal) => {
      const groups = await proposals.groups(signal)
      return { total: groups.length, groups: groups.slice(offset, offset + limit).flatMap(shown) }
    },
    dismiss: (groups) => {
      if (groups.flat().some((id) => catalogue.record(id)?.kind !== 'source'))
        throw new CuttingsError('not-found', { what: 'source' })
      const dismissalIds = groups.map(() => clock.createId())
      catalogue.together(() => {
        for (const [at, ids] of groups.entries()) {
          const setId = dismissalIds[at]
          if (setId !== undefined) catalogue.setDifferent(setId, ids)
        }
      })
      proposals.forget()
      return { dismissalIds }
    },
    dismissals: catalogue.sources.dismissals,
    recall: (dismissalIds) => {
      catalogue.together(() => {
        for (const id of dismissalIds) catalogue.forgetDifferent(id)
      })
      proposals.forget()
    },
    history: (page) => {
      const { total, steps } = catalogue.sources.steps(page)
      return { total, steps: steps.map((step) => pastDeeds(catalogue, step)) }
    },
  }
}
