import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DuplicateGroup, MergeStep } from '#shared/contract/duplicates'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { createDeeds, type LastDeed } from './duplicateDeeds'
import { createDuplicatePages, historySize, pageSize } from './duplicatePages'
import { useDuplicateCountStore } from './duplicateCountStore'
import { useJobsStore } from './jobsStore'

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
      duplicates.history({ offset: 0, limit: Math.min(500, Math.max(historySize, steps.value.length)) }),
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

  const pages = createDuplicatePages({ duplicates, attempt, groups, total, steps, stepsTotal })
  const deeds = createDeeds({ duplicates, perform, track: jobs.track, jobId, error })

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
    ...pages,
    ...deeds,
    cancel: () => (jobId.value === undefined ? undefined : void jobs.cancel(jobId.value)),
  }
})
