import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { JobResult } from '#shared/contract/jobs'
import type { TrashRow } from '#shared/contract/trash'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { createJobShown } from './createJobShown'
import { errorToReport } from './errorToReport'
import { useJobsStore } from './jobsStore'

const pageSize = 100

/** What was removed: as it is listed, brought back and destroyed. */
export const useTrashStore = defineStore('trash', () => {
  const { trash, duplicates, sources } = useServices().connection.archive
  const jobs = useJobsStore()
  const rows = shallowRef<readonly TrashRow[]>()
  const total = ref(0)
  const error = shallowRef<ErrorReport>()
  const jobId = ref<string>()
  const isBusy = ref(false)
  let isGrowing = false
  /** What emptying it came to. */
  const emptied = shallowRef<Extract<JobResult, { kind: 'empty' }>>()
  const follow = createJobShown({ track: (id) => jobs.track(id), jobId, error })

  const load = async (limit = pageSize): Promise<void> => {
    try {
      const held: TrashRow[] = []
      do {
        const page = await trash.list({ offset: held.length, limit: pageSize })
        total.value = page.total
        held.push(...page.rows)
        if (page.rows.length === 0) break
      } while (held.length < Math.min(limit, total.value))
      rows.value = held
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  /** The page after what is shown; where the trash has changed meanwhile, all that is shown anew. */
  const more = async (): Promise<void> => {
    const held = rows.value ?? []
    if (isGrowing) return
    isGrowing = true
    try {
      const page = await trash.list({ offset: held.length, limit: pageSize })
      if (page.total !== total.value || rows.value !== held) await load(held.length + pageSize)
      else rows.value = [...held, ...page.rows]
    } catch (cause) {
      error.value = errorToReport(cause)
    } finally {
      isGrowing = false
    }
  }

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    isBusy.value = true
    error.value = undefined
    emptied.value = undefined
    try {
      await work()
    } catch (cause) {
      error.value = errorToReport(cause)
    }
    await load(rows.value?.length ?? 0)
    isBusy.value = false
  }

  /** A merge comes back whole, with all that it removed. */
  const restore = ({ id, kind, merged }: TrashRow): Promise<void> =>
    attempt(async () => {
      if (!merged) await trash.restore({ ids: [id] })
      else await follow(await (kind === 'source' ? sources : duplicates).undo({ id: merged.mergeId }))
    })

  const empty = (): Promise<void> =>
    attempt(async () => {
      const result = await follow(await trash.empty({}))
      if (result?.kind === 'empty') emptied.value = result
    })

  return {
    rows,
    total,
    error,
    emptied,
    isBusy,
    isComplete: computed(() => (rows.value?.length ?? 0) >= total.value),
    load,
    more,
    restore,
    empty,
    /** Moves items there; undefined where it was refused. */
    remove: (ids: readonly string[]) => trash.remove({ ids: [...ids] }),
    bringBack: (ids: readonly string[]) => trash.restore({ ids: [...ids] }),
  }
})
