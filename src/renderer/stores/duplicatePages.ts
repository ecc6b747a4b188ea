import type { Ref, ShallowRef } from 'vue'
import type { ArchiveClient } from '#shared/contract/archive'
import type { DuplicateGroup, MergeStep } from '#shared/contract/duplicates'

/** Groups, and steps of the history, that are read at once. */
export const pageSize = 20
export const historySize = 20
const memberPage = 100

export interface DuplicatePagesDeps {
  readonly duplicates: ArchiveClient['duplicates']
  /** Shows in place what fails. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>
  readonly groups: ShallowRef<readonly DuplicateGroup[] | undefined>
  readonly total: Ref<number>
  readonly steps: ShallowRef<readonly MergeStep[]>
  readonly stepsTotal: Ref<number>
}

/** Reads on where lists are longer than what is shown. */
export const createDuplicatePages = ({
  duplicates,
  attempt,
  groups,
  total,
  steps,
  stepsTotal,
}: DuplicatePagesDeps) => ({
  more: (): Promise<void> =>
    attempt(async () => {
      const shown = groups.value ?? []
      const page = await duplicates.list({ offset: shown.length, limit: pageSize })
      groups.value = [...shown, ...page.groups]
      total.value = page.total
    }),
  /** The next members of a group that has more than are shown. */
  moreMembers: (id: string): Promise<void> =>
    attempt(async () => {
      const shown = groups.value?.find((group) => group.id === id)
      if (!shown) return
      const page = await duplicates.members({ id, offset: shown.members.length, limit: memberPage })
      const members = [...shown.members, ...page.members]
      groups.value = groups.value?.map((group) =>
        group.id === id ? { ...group, members, total: page.total } : group,
      )
    }),
  moreSteps: (): Promise<void> =>
    attempt(async () => {
      const page = await duplicates.history({ offset: steps.value.length, limit: historySize })
      steps.value = [...steps.value, ...page.steps]
      stepsTotal.value = page.total
    }),
})
