import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ListedQuery, ListOrder } from '#shared/contract/queryLists'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { jobToError } from './jobToError'
import { useJobsStore } from './jobsStore'
import { createListSource } from './listSource'

export interface ListSorting {
  readonly by: ListOrder
  readonly direction: 'ascending' | 'descending'
}

const pageSize = 500

/** A list of queries: where it comes from, how it is read, and what each row found. */
export const useQueryListStore = defineStore('queryList', () => {
  const { connection } = useServices()
  const { searches } = connection.archive
  const jobs = useJobsStore()
  const jobId = ref<string>()
  const isRunning = ref(false)
  const wasCancelled = ref(false)
  const rows = shallowRef<readonly ListedQuery[]>()
  const sorting = shallowRef<ListSorting>({ by: 'row', direction: 'ascending' })
  const error = shallowRef<ErrorReport>()

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    error.value = undefined
    try {
      await work()
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }
  const forgetRows = (): void => {
    jobId.value = undefined
    rows.value = undefined
    wasCancelled.value = false
  }
  const { source, offer, forget, ...list } = createListSource({ searches, attempt, onRead: forgetRows })

  /** Ten thousand rows at most: all of them are held, in the order asked for. */
  const readRows = async (id: string): Promise<void> => {
    const read: ListedQuery[] = []
    const order = sorting.value
    for (;;) {
      const asked = { jobId: id, ...order, offset: read.length, limit: pageSize }
      const page = await searches.listed(asked)
      read.push(...page.rows)
      if (page.rows.length === 0 || read.length >= page.total) break
    }
    if (jobId.value === id && sorting.value === order) rows.value = read
  }

  const runOnce = async (): Promise<void> => {
    if (!source.value) return
    const started = await searches.runList({ source: { ...source.value }, ...list.choices.value })
    jobId.value = started.jobId
    const end = await jobs.track(started.jobId)
    wasCancelled.value = end?.state === 'cancelled'
    if (end?.state === 'done' || wasCancelled.value) await readRows(started.jobId)
    else error.value = jobToError(end)
  }
  const run = async (): Promise<void> => {
    if (isRunning.value) return
    isRunning.value = true
    await attempt(runOnce)
    isRunning.value = false
  }

  return {
    ...list,
    job: computed(() => (isRunning.value && jobId.value ? jobs.get(jobId.value) : undefined)),
    isRunning,
    wasCancelled,
    rows,
    sorting,
    error,
    pickFile: () => offer(() => connection.host.pickFiles({ purpose: 'list' })),
    offerFiles: (files: readonly File[]) => offer(() => connection.offerFiles(files.slice(0, 1))),
    run,
    cancel: () => jobId.value !== undefined && void jobs.cancel(jobId.value),
    /** The same again turns the order round. */
    sortBy: async (by: ListOrder): Promise<void> => {
      const { by: before, direction } = sorting.value
      const isAgain = before === by && direction === 'ascending'
      sorting.value = { by, direction: isAgain ? 'descending' : 'ascending' }
      const id = jobId.value
      if (id !== undefined) await attempt(() => readRows(id))
    },
    /** Another list. */
    reset: () => {
      forget()
      forgetRows()
      error.value = undefined
    },
    /** Begins to write what was found, in the present order. */
    write: (destination: string) =>
      searches.exportList({ jobId: jobId.value ?? '', ...sorting.value, destination }),
  }
})
