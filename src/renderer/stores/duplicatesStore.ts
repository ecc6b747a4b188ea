import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DuplicateGroup, MergeRule, MergeStep } from '#shared/contract/duplicates'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { useDuplicateCountStore } from './duplicateCountStore'
import { jobToError } from './jobToError'
import { useJobsStore } from './jobsStore'

const pageSize = 20
const historySize = 20

/** What was done last, and how it is undone: shown in place until something else is done. */
export type LastDeed =
  | { readonly did: 'merged'; readonly id: string; readonly removed: number; readonly kept: number }
  | { readonly did: 'dismissed'; readonly id: string }
  | { readonly did: 'undone'; readonly restored: number }

/** Near duplicates: groups, what was merged, and the way back. */
export const useDuplicatesStore = defineStore('duplicates', () => {
  const { duplicates } = useServices().connection.archive
  const jobs = useJobsStore()
  const counting = useDuplicateCountStore()
  const groups = shallowRef<readonly DuplicateGroup[]>()
  const total = ref(0)
  const steps = shallowRef<readonly MergeStep[]>([])
  const stepsTotal = ref(0)
  const last = shallowRef<LastDeed>()
  const error = shallowRef<ErrorReport>()
  const jobId = ref<string>()
  const busy = ref(false)
  const isComplete = computed(() => (groups.value?.length ?? 0) >= total.value)

  const read = async (count: number): Promise<void> => {
    const [list, history] = await Promise.all([
      duplicates.list({ offset: 0, limit: count }),
      duplicates.history({ offset: 0, limit: Math.max(historySize, steps.value.length) }),
    ])
    groups.value = list.groups
    total.value = list.total
    steps.value = history.steps
    stepsTotal.value = history.total
  }

  /** Whatever fails is shown in place; what was there before stays. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    error.value = undefined
    busy.value = true
    try {
      await work()
    } catch (cause) {
      error.value = errorToReport(cause)
    } finally {
      busy.value = false
    }
  }

  const shownCount = (): number => Math.min(500, Math.max(pageSize, groups.value?.length ?? 0))
  const load = (): Promise<void> => attempt(() => read(shownCount()))

  /** Does it, says what was done, and reads again what is left. */
  const perform = (work: () => Promise<LastDeed | undefined>): Promise<void> =>
    attempt(async () => {
      last.value = undefined
      last.value = await work()
      await Promise.all([read(shownCount()), counting.load()])
    })

  const more = (): Promise<void> =>
    attempt(async () => {
      const shown = groups.value ?? []
      const page = await duplicates.list({ offset: shown.length, limit: pageSize })
      groups.value = [...shown, ...page.groups]
      total.value = page.total
    })

  const moreSteps = (): Promise<void> =>
    attempt(async () => {
      const page = await duplicates.history({ offset: steps.value.length, limit: historySize })
      steps.value = [...steps.value, ...page.steps]
      stepsTotal.value = page.total
    })

  const mergeAll = (rule: MergeRule): Promise<void> =>
    perform(async () => {
      const started = await duplicates.mergeAll({ rule })
      jobId.value = started.jobId
      const end = await jobs.track(started.jobId)
      jobId.value = undefined
      error.value = jobToError(end)
      if (end?.result?.kind !== 'merge') return undefined
      const { stepId, removed, merges } = end.result
      return { did: 'merged', id: stepId, removed, kept: merges }
    })

  return {
    groups,
    total,
    steps,
    stepsTotal,
    last,
    error,
    busy,
    isComplete,
    job: computed(() => (jobId.value === undefined ? undefined : jobs.get(jobId.value))),
    load,
    more,
    moreSteps,
    mergeAll,
    cancel: () => (jobId.value === undefined ? undefined : void jobs.cancel(jobId.value)),
    merge: (keptId: string, removedIds: readonly string[]) =>
      perform(async () => {
        const { stepId, removed } = await duplicates.merge({ keptId, removedIds: [...removedIds] })
        return { did: 'merged', id: stepId, removed, kept: 1 }
      }),
    dismiss: (ids: readonly string[]) =>
      perform(async () => {
        const { dismissalId } = await duplicates.dismiss({ ids: [...ids] })
        return { did: 'dismissed', id: dismissalId }
      }),
    recall: (dismissalId: string) =>
      perform(async () => {
        await duplicates.recall({ dismissalId })
        return undefined
      }),
    undo: (id: string) =>
      perform(async () => ({ did: 'undone', restored: (await duplicates.undo({ id })).restored })),
  }
})
