import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CitingPassage } from '#shared/contract/sources'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

const pageSize = 100

/** Every passage that cites one source, as far as it was asked for. */
export const useCitingStore = defineStore('citing', () => {
  const { connection } = useServices()
  const sourceId = ref<string>()
  const rows = shallowRef<readonly CitingPassage[]>([])
  const total = ref<number>()
  const error = shallowRef<ErrorReport>()
  const isComplete = computed(() => total.value !== undefined && rows.value.length >= total.value)
  let loading = false

  const more = async (): Promise<void> => {
    const id = sourceId.value
    if (id === undefined || loading || isComplete.value) return
    loading = true
    try {
      const page = await connection.archive.sources.passages({
        id,
        offset: rows.value.length,
        limit: pageSize,
      })
      if (sourceId.value !== id) return
      rows.value = [...rows.value, ...page.rows]
      total.value = page.total
    } catch (cause) {
      if (sourceId.value === id) error.value = errorToReport(cause)
    } finally {
      loading = false
    }
    if (sourceId.value !== id) await more()
  }

  const open = async (id: string): Promise<void> => {
    sourceId.value = id
    rows.value = []
    total.value = undefined
    error.value = undefined
    await more()
  }

  return { rows, total, error, isComplete, open, more }
})
