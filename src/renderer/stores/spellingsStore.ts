import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import type { SourceStep, SpellingGroup } from '#shared/contract/sources'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { onceAndAgain } from './onceAndAgain'
import type { SourceMerge } from './sourceDeeds'
import { useSpellingCountStore } from './spellingCountStore'

type Dismissal = ArchiveOutputs['sources']['dismissals']['rows'][number]

const pageSize = 20
const mostAtOnce = 500

/** As many as are shown, at least a page. */
const shown = (count: number | undefined): number => Math.min(mostAtOnce, Math.max(pageSize, count ?? 0))

/** Sources that may be one, what was said to be different, what was done, and what is chosen of it. */
export const useSpellingsStore = defineStore('spellings', () => {
  const { sources } = useServices().connection.archive
  const counting = useSpellingCountStore()
  const groups = shallowRef<readonly SpellingGroup[]>()
  const total = ref(0)
  const steps = shallowRef<readonly SourceStep[]>([])
  const stepsTotal = ref(0)
  const dismissals = shallowRef<readonly Dismissal[]>([])
  const dismissalsTotal = ref(0)
  const error = shallowRef<ErrorReport>()
  /** Ids of groups. */
  const chosen = shallowReactive(new Set<string>())
  /** Of a group, the source to keep, where another than the most cited. */
  const kept = shallowReactive(new Map<string, string>())

  const read = async (ask: { groups?: number; steps?: number; dismissals?: number }): Promise<void> => {
    try {
      const [list, history, different] = await Promise.all([
        sources.proposals({ offset: 0, limit: shown(ask.groups ?? groups.value?.length) }),
        sources.history({ offset: 0, limit: shown(ask.steps ?? steps.value.length) }),
        sources.dismissals({ offset: 0, limit: shown(ask.dismissals ?? dismissals.value.length) }),
      ])
      groups.value = list.groups
      total.value = list.total
      steps.value = history.steps
      stepsTotal.value = history.total
      dismissals.value = different.rows
      dismissalsTotal.value = different.total
      const held = new Set(list.groups.map(({ id }) => id))
      for (const id of chosen) if (!held.has(id)) chosen.delete(id)
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }
  const load = onceAndAgain(async () => {
    await Promise.all([read({}), counting.load()])
  })

  const keptOf = ({ id, members }: SpellingGroup): string => {
    const asked = kept.get(id)
    return members.some((member) => member.id === asked) ? (asked ?? '') : (members[0]?.id ?? '')
  }
  const mergeOf = (group: SpellingGroup): SourceMerge => {
    const keptId = keptOf(group)
    return { keptId, removedIds: group.members.map(({ id }) => id).filter((id) => id !== keptId) }
  }

  return {
    groups,
    total,
    steps,
    stepsTotal,
    dismissals,
    dismissalsTotal,
    error,
    chosen,
    chosenGroups: computed(() => (groups.value ?? []).filter(({ id }) => chosen.has(id))),
    load,
    more: () => read({ groups: (groups.value?.length ?? 0) + pageSize }),
    moreSteps: () => read({ steps: steps.value.length + pageSize }),
    moreDismissals: () => read({ dismissals: dismissals.value.length + pageSize }),
    keptOf,
    mergeOf,
    keep: (groupId: string, sourceId: string): void => void kept.set(groupId, sourceId),
    toggle: (groupId: string): void => {
      if (!chosen.delete(groupId)) chosen.add(groupId)
    },
    chooseAll: (): void => {
      for (const { id } of groups.value ?? []) chosen.add(id)
    },
    chooseNone: (): void => chosen.clear(),
  }
})
