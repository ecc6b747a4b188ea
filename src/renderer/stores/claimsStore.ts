import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ClaimFilter, ClaimRow, ClaimView, LoggedCheck } from '#shared/contract/claims'
import type { NoteRow } from '#shared/contract/notes'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { readAllPages } from './readAllPages'

const pageSize = 100

/** A list that is read in pages, and again as far as it is shown. */
const createPages = <Row>(
  read: (page: { offset: number; limit: number }) => Promise<{ total: number; rows: Row[] }>,
  attempt: (work: () => Promise<void>) => Promise<void>,
) => {
  const rows = shallowRef<readonly Row[]>()
  const total = ref(0)
  let turn = 0
  const load = (): Promise<void> =>
    attempt(async () => {
      const asked = (turn += 1)
      const limit = Math.min(500, Math.max(pageSize, rows.value?.length ?? 0))
      const answer = await read({ offset: 0, limit })
      if (asked !== turn) return
      rows.value = answer.rows
      total.value = answer.total
    })
  const more = (): Promise<void> =>
    attempt(async () => {
      const asked = turn
      const answer = await read({ offset: rows.value?.length ?? 0, limit: pageSize })
      if (asked !== turn) return
      rows.value = [...(rows.value ?? []), ...answer.rows]
      total.value = answer.total
    })
  return { rows, total, load, more, isComplete: computed(() => (rows.value?.length ?? 0) >= total.value) }
}

/** Claims of the archive: the list, the one that is open, the checker's log, the open notes. */
export const useClaimsStore = defineStore('claims', () => {
  const { claims, notes } = useServices().connection.archive
  const filter = shallowRef<ClaimFilter>({})
  const error = shallowRef<ErrorReport>()
  const openId = ref<string>()
  const view = shallowRef<ClaimView>()

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }
  const list = createPages<ClaimRow>((page) => claims.list({ filter: { ...filter.value }, ...page }), attempt)
  const log = createPages<LoggedCheck>((page) => claims.log(page), attempt)
  const openNotes = createPages<NoteRow>((page) => notes.list({ open: true, ...page }), attempt)

  const loadOpen = async (): Promise<void> => {
    const id = openId.value
    if (id === undefined) {
      view.value = undefined
      return
    }
    try {
      const answer = await claims.get({ id })
      if (openId.value === id) view.value = answer
    } catch (cause) {
      const report = errorToReport(cause)
      if (openId.value === id) view.value = undefined
      // One that was withdrawn is no fault: the list says what is there.
      if (report.code !== 'not-found') error.value = report
    }
  }

  return {
    filter,
    error,
    openId,
    view,
    rows: list.rows,
    total: list.total,
    isComplete: list.isComplete,
    log: log.rows,
    logTotal: log.total,
    logIsComplete: log.isComplete,
    notes: openNotes.rows,
    notesTotal: openNotes.total,
    notesAreComplete: openNotes.isComplete,
    show: async (next: ClaimFilter): Promise<void> => {
      filter.value = next
      await list.load()
    },
    open: async (id: string | undefined): Promise<void> => {
      openId.value = id
      await loadOpen()
    },
    load: (): Promise<unknown> => Promise.all([list.load(), loadOpen()]),
    more: list.more,
    loadLog: log.load,
    moreLog: log.more,
    loadNotes: openNotes.load,
    moreNotes: openNotes.more,
    /** The whole log, for a table that is copied. */
    wholeLog: (): Promise<readonly LoggedCheck[]> =>
      readAllPages(
        async (offset, limit) => (await claims.log({ offset, limit })).rows,
        () => true,
      ),
  }
})
