import { computed, ref, shallowRef } from 'vue'
import type { ErrorReport } from '#shared/errors'
import { errorToReport } from './errorToReport'
import type { RowsPage } from './pagedRows'

const pageSize = 100

/** The rows of one thing, a page more whenever it is asked for. */
export const createGrowingRows = <Row>(
  fetchPage: (id: string, offset: number, limit: number) => Promise<RowsPage<Row>>,
) => {
  const opened = ref<string>()
  const rows = shallowRef<readonly Row[]>([])
  const total = ref<number>()
  const error = shallowRef<ErrorReport>()
  const isComplete = computed(() => total.value !== undefined && rows.value.length >= total.value)
  let loading = false

  const more = async (): Promise<void> => {
    const id = opened.value
    if (id === undefined || loading || isComplete.value) return
    loading = true
    try {
      const page = await fetchPage(id, rows.value.length, pageSize)
      if (opened.value === id) {
        rows.value = [...rows.value, ...page.rows]
        total.value = page.total
      }
    } catch (cause) {
      if (opened.value === id) error.value = errorToReport(cause)
    } finally {
      loading = false
    }
    if (opened.value !== id) await more()
  }

  const open = async (id: string): Promise<void> => {
    opened.value = id
    rows.value = []
    total.value = undefined
    error.value = undefined
    await more()
  }

  return { opened, rows, total, error, isComplete, open, more }
}
