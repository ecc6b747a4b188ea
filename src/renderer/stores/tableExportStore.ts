import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { WrittenForm } from '#shared/contract/host'
import type { WrittenTable } from '#shared/contract/jobs'
import type { TableForm } from '#shared/contract/searches'
import type { ErrorReport } from '#shared/errors'
import type { SearchAsked } from '#shared/model/savedSearch'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { jobToError } from './jobToError'
import { useJobsStore } from './jobsStore'
import { plainAsked } from './savedDeeds'

/** A table that was written here, and the token by which it can be shown or fetched. */
export interface MadeTable extends WrittenTable {
  readonly token: string
}

/** Writing what was found as a table: one at a time, wherever it was asked for. */
export const useTableExportStore = defineStore('tableExport', () => {
  const { archive, host } = useServices().connection
  const jobs = useJobsStore()
  const jobId = ref<string>()
  const isRunning = ref(false)
  const wasCancelled = ref(false)
  const error = shallowRef<ErrorReport>()
  const made = shallowRef<MadeTable>()
  const job = computed(() => (jobId.value === undefined ? undefined : jobs.get(jobId.value)))

  const attempt = async <Value>(call: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await call()
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    }
  }

  const reset = (): void => {
    error.value = undefined
    made.value = undefined
    wasCancelled.value = false
  }

  const run = async (
    name: string,
    form: Exclude<WrittenForm, 'folder' | 'zip'>,
    begin: (destination: string) => Promise<{ readonly jobId: string }>,
  ): Promise<void> => {
    const destination = await host.pickDestination({ form, name: `${name}.${form}` })
    if (!destination) return
    jobId.value = (await begin(destination.token)).jobId
    const end = await jobs.track(jobId.value)
    if (end?.result?.kind === 'table') made.value = { ...end.result.table, token: destination.token }
    else if (end?.state === 'cancelled') wasCancelled.value = true
    else error.value = jobToError(end)
  }

  const start = async (...asked: Parameters<typeof run>): Promise<void> => {
    if (isRunning.value) return
    isRunning.value = true
    reset()
    await attempt(() => run(...asked))
    isRunning.value = false
    jobId.value = undefined
  }

  return {
    job,
    isRunning,
    wasCancelled,
    error,
    made,
    reset,
    /** All hits of a search in its order. */
    hits: (asked: SearchAsked, form: TableForm, name: string) =>
      start(name, form, (destination) =>
        archive.searches.exportHits({ ...plainAsked(asked), form, destination }),
      ),
    /** Any other table, begun by whoever holds it. */
    start,
    cancel: () => jobId.value !== undefined && void jobs.cancel(jobId.value),
    /** 'Show where it is', in the system's file manager. */
    reveal: (token: string) => attempt(() => host.reveal({ token })),
    /** The address from which a browser downloads the table: good once. */
    collect: (token: string) => attempt(async () => (await host.collect({ token })).address),
  }
})
