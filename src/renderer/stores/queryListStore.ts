import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ListedQuery, ListOrder, ListPreview } from '#shared/contract/queryLists'
import type { Offered } from '#shared/contract/host'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { jobToError } from './jobToError'
import { useJobsStore } from './jobsStore'

type Source = { readonly token: string } | { readonly text: string }

/** How a list is run: `column` counted from 0, or each line as it stands. */
export interface ListChoices {
  readonly column: number | 'line'
  readonly hasHeads: boolean
  readonly readAs: 'phrase' | 'query'
}

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
  const source = shallowRef<Source>()
  const name = ref('')
  const preview = shallowRef<ListPreview>()
  const choices = shallowRef<ListChoices>({ column: 0, hasHeads: false, readAs: 'phrase' })
  const jobId = ref<string>()
  const isRunning = ref(false)
  const wasCancelled = ref(false)
  const rows = shallowRef<readonly ListedQuery[]>()
  const sorting = shallowRef<ListSorting>({ by: 'row', direction: 'ascending' })
  const error = shallowRef<ErrorReport>()
  const job = computed(() =>
    isRunning.value && jobId.value !== undefined ? jobs.get(jobId.value) : undefined,
  )

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    error.value = undefined
    try {
      await work()
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  const look = (called: string, from: Source): Promise<void> =>
    attempt(async () => {
      const found = await searches.readList({ source: from })
      source.value = from
      name.value = called
      preview.value = found
      choices.value = { ...choices.value, column: found.column, hasHeads: found.hasHeads }
      rows.value = undefined
      jobId.value = undefined
      wasCancelled.value = false
    })

  const offer = async (offered: () => Promise<readonly (Offered | null)[] | null>): Promise<void> => {
    let file: Offered | null | undefined
    await attempt(async () => {
      file = (await offered())?.[0]
    })
    if (file) await look(file.name, { token: file.token })
  }

  /** Ten thousand rows at most: all of them are held, in the order asked for. */
  const readRows = async (): Promise<void> => {
    const id = jobId.value
    if (id === undefined) return
    const read: ListedQuery[] = []
    for (;;) {
      const page = await searches.listed({
        jobId: id,
        ...sorting.value,
        offset: read.length,
        limit: pageSize,
      })
      read.push(...page.rows)
      if (page.rows.length === 0 || read.length >= page.total) break
    }
    rows.value = read
  }

  const run = (): Promise<void> =>
    attempt(async () => {
      const from = source.value
      if (!from || isRunning.value) return
      isRunning.value = true
      wasCancelled.value = false
      try {
        jobId.value = (await searches.runList({ source: { ...from }, ...choices.value })).jobId
        const end = await jobs.track(jobId.value)
        wasCancelled.value = end?.state === 'cancelled'
        if (end?.state === 'done' || wasCancelled.value) await readRows()
        else error.value = jobToError(end)
      } finally {
        isRunning.value = false
      }
    })

  return {
    name,
    preview,
    choices,
    job,
    isRunning,
    wasCancelled,
    rows,
    sorting,
    error,
    paste: (called: string, text: string) => look(called, { text }),
    pickFile: () => offer(() => connection.host.pickFiles({ purpose: 'list' })),
    offerFiles: (files: readonly File[]) => offer(() => connection.offerFiles(files.slice(0, 1))),
    run,
    cancel: () => jobId.value !== undefined && void jobs.cancel(jobId.value),
    sortBy: (by: ListOrder): Promise<void> => {
      const { by: before, direction } = sorting.value
      const isAgain = before === by && direction === 'ascending'
      sorting.value = { by, direction: isAgain ? 'descending' : 'ascending' }
      return attempt(readRows)
    },
    /** Another list. */
    reset: () => {
      source.value = undefined
      preview.value = undefined
      rows.value = undefined
      error.value = undefined
      jobId.value = undefined
      wasCancelled.value = false
    },
    /** Begins to write what was found, in the present order. */
    write: (destination: string) =>
      searches.exportList({ jobId: jobId.value ?? '', ...sorting.value, destination }),
  }
})
