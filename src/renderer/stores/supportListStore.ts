import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SupportListName, SupportRow } from '#shared/contract/support'
import { useServices } from '../services'
import { createPagedRows } from './pagedRows'

/** Milliseconds between two questions while the core still looks. */
const rest = 500
const pageSize = 100
/** Rows of a table that is copied. */
const mostCopied = 10_000

/** What lacks a source, a second one or a credit; told as far as the core has looked. */
export const useSupportListStore = defineStore('supportList', () => {
  const { connection } = useServices()
  const list = ref<SupportListName>('unsourced')
  const progress = shallowRef<{ readonly looked: number; readonly of: number }>()
  const isLooking = computed(() => progress.value !== undefined && progress.value.looked < progress.value.of)
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The user has seen enough: nothing is asked again by itself. */
  const isStopped = ref(false)
  let isShown = false

  const ask = async (offset: number, limit: number) => {
    const asked = list.value
    const answer = await connection.archive.support.list({ list: asked, offset, limit })
    if (asked === list.value) {
      progress.value = { looked: answer.looked, of: answer.of }
      clearTimeout(timer)
      if (isShown && !isStopped.value && answer.looked < answer.of)
        timer = setTimeout(() => paged.refresh(), rest)
    }
    return answer
  }
  const paged = createPagedRows<SupportRow>({ pageSize, fetchPage: ask })

  /** Shows a list from its beginning. */
  const show = (wanted: SupportListName): void => {
    isShown = true
    isStopped.value = false
    list.value = wanted
    progress.value = undefined
    clearTimeout(timer)
    paged.reset()
  }
  /** The core rests as soon as nobody asks. */
  const leave = (): void => {
    isShown = false
    clearTimeout(timer)
  }
  const stopLooking = (): void => {
    isStopped.value = true
    clearTimeout(timer)
  }
  const lookOn = (): void => {
    isStopped.value = false
    paged.refresh()
  }
  /** The rows of the list, one page after another, for a table. */
  const readAll = async (): Promise<readonly SupportRow[]> => {
    const rows: SupportRow[] = []
    for (;;) {
      const page = await connection.archive.support.list({
        list: list.value,
        offset: rows.length,
        limit: 500,
      })
      rows.push(...page.rows)
      if (page.rows.length === 0 || rows.length >= Math.min(page.total, mostCopied)) return rows
    }
  }

  return {
    list,
    progress,
    isLooking,
    total: paged.total,
    error: paged.error,
    rowAt: paged.rowAt,
    ensure: paged.ensure,
    refresh: paged.refresh,
    isStopped,
    show,
    leave,
    stopLooking,
    lookOn,
    readAll,
  }
})
