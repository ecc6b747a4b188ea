import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DatedArticle, OverviewScope, TimeUnit } from '#shared/contract/overviews'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

const pageSize = 50

export interface PeriodAsked {
  readonly scope: OverviewScope
  readonly by: TimeUnit
  /** Absent for what is not dated. */
  readonly period?: string
}

/** The articles behind one bar of a timeline, as far as they were asked for. */
export const usePeriodArticlesStore = defineStore('periodArticles', () => {
  const { overviews } = useServices().connection.archive
  const rows = shallowRef<readonly DatedArticle[]>([])
  const total = ref<number>()
  const error = shallowRef<ErrorReport>()
  const isComplete = computed(() => total.value !== undefined && rows.value.length >= total.value)
  let asked: PeriodAsked | undefined
  let loading: PeriodAsked | undefined

  const more = async (): Promise<void> => {
    const mine = asked
    if (!mine || loading === mine || isComplete.value) return
    loading = mine
    try {
      const page = await overviews.articles({ ...mine, offset: rows.value.length, limit: pageSize })
      if (asked !== mine) return
      rows.value = [...rows.value, ...page.rows]
      total.value = page.total
    } catch (cause) {
      if (asked === mine) error.value = errorToReport(cause)
    } finally {
      if (loading === mine) loading = undefined
    }
  }

  const open = async (period: PeriodAsked): Promise<void> => {
    asked = period
    rows.value = []
    total.value = undefined
    error.value = undefined
    await more()
  }

  return { rows, total, error, isComplete, open, more }
})
