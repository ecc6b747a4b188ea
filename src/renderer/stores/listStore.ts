import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ListFilter, ListSort, Row } from '#shared/contract/library'
import { useServices } from '../services'
import { createPagedRows } from './pagedRows'

const newestFirst: ListSort = { by: 'added', direction: 'descending' }

/** The list pane: which items, in which order, and the pages of it that are held. */
export const useListStore = defineStore('list', () => {
  const { connection } = useServices()
  const filter = shallowRef<ListFilter>({})
  const sort = shallowRef<ListSort>(newestFirst)
  let ids: Promise<readonly string[]> | undefined

  const rows = createPagedRows<Row>({
    fetchPage: (offset, limit, signal) =>
      connection.archive.library.list({ filter: filter.value, sort: sort.value, offset, limit }, { signal }),
  })

  const reset = (): void => {
    ids = undefined
    rows.reset()
  }

  const show = (next: ListFilter): void => {
    if (JSON.stringify(next) === JSON.stringify(filter.value) && rows.total.value !== undefined) return
    filter.value = next
    reset()
  }

  const sortBy = (next: ListSort): void => {
    sort.value = next
    reset()
  }

  const refresh = (): void => {
    ids = undefined
    rows.refresh()
  }

  /** All ids of the list in its order: for choosing a range or everything. Kept until the list changes. */
  const allIds = (): Promise<readonly string[]> => {
    ids ??= connection.archive.library
      .ids({ filter: filter.value, sort: sort.value })
      .catch((cause: unknown) => {
        ids = undefined
        throw cause
      })
    return ids
  }

  return {
    filter,
    sort,
    total: rows.total,
    error: rows.error,
    rowAt: rows.rowAt,
    ensure: rows.ensure,
    show,
    sortBy,
    refresh,
    allIds,
  }
})
