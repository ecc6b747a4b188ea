import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { useJobsStore } from './jobsStore'
import { createSourceDeeds, type SourceLastDeed } from './sourceDeeds'

/** Changes of sources, wherever they are made, and the way back. */
export const useSourceWorkStore = defineStore('sourceWork', () => {
  const { sources } = useServices().connection.archive
  const jobs = useJobsStore()
  const last = shallowRef<SourceLastDeed>()
  const error = shallowRef<ErrorReport>()
  const jobId = ref<string>()
  const busy = ref(false)
  /** Grows with each thing that was done: who shows sources reads them again. */
  const done = ref(0)

  /** Whatever fails is shown in place. */
  const perform = async (work: () => Promise<SourceLastDeed | undefined>): Promise<boolean> => {
    error.value = undefined
    last.value = undefined
    busy.value = true
    try {
      last.value = await work()
      return last.value !== undefined
    } catch (cause) {
      error.value = errorToReport(cause)
      return false
    } finally {
      busy.value = false
      done.value += 1
    }
  }
  const deeds = createSourceDeeds({ sources, perform, track: jobs.track, jobId, error })

  return {
    last,
    error,
    busy,
    done,
    job: computed(() => (jobId.value === undefined ? undefined : jobs.get(jobId.value))),
    ...deeds,
    /** Takes back what was done last. */
    undoLast: async (): Promise<void> => {
      const deed = last.value
      if (deed?.did === 'dismissed') await deeds.recall(deed.ids)
      else if (deed && 'id' in deed && deed.id !== undefined) await deeds.undo(deed.id)
    },
    /** Nothing of before is shown any more. */
    forget: (): void => {
      last.value = undefined
      error.value = undefined
    },
    cancel: () => (jobId.value === undefined ? undefined : void jobs.cancel(jobId.value)),
  }
})
