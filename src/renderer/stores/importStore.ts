import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { useServices } from '../services'
import { createDryRun } from './dryRun'
import { createHeldTitles } from './heldTitles'
import { createImportRun } from './importRun'
import { createImportState } from './importState'
import { useJobsStore } from './jobsStore'

/** A dry run and the import that follows it. Leaving the view changes nothing: both go on. */
export const useImportStore = defineStore('import', () => {
  const { connection } = useServices()
  const { archive, host } = connection
  const jobs = useJobsStore()
  const state = createImportState()
  const titles = createHeldTitles(archive)
  const dryRun = createDryRun(state, archive, jobs)
  let offering: AbortController | undefined

  const job = computed(() => (state.jobId.value === undefined ? undefined : jobs.get(state.jobId.value)))
  const liveFiles = computed(() => (state.jobId.value === undefined ? [] : jobs.filesOf(state.jobId.value)))
  watch([state.entries, state.report], ([entries, report]) => void titles.ask([...entries, ...report]))

  const offer = (files: readonly File[]): Promise<void> =>
    dryRun.start(() => {
      offering = new AbortController()
      state.stage.value = 'offering'
      return connection.offerFiles(files, {
        signal: offering.signal,
        onBytes: (done, total) => (state.uploaded.value = { done, total }),
      })
    })

  const { stage, error, uploaded, totals, entries, wanted, previews, leftOut, report, counts, wasCancelled } =
    state
  return {
    stage,
    error,
    uploaded,
    totals,
    entries,
    wanted,
    previews,
    report,
    counts,
    wasCancelled,
    job,
    liveFiles,
    heldRecord: titles.of,
    isLeftOut: (index: number) => leftOut.has(index),
    toggle: (index: number) => {
      if (!leftOut.delete(index)) leftOut.add(index)
    },
    offer,
    pickFiles: () => dryRun.start(() => host.pickFiles({ purpose: 'import' })),
    pickFolder: () =>
      dryRun.start(async () => {
        const folder = await host.pickFolder({ purpose: 'import' })
        return folder && [folder]
      }),
    loadPreview: dryRun.loadPreview,
    commit: createImportRun(state, archive, jobs),
    /** Stops what is under way. Files that were imported stay imported, and the report names them. */
    cancel: () => {
      offering?.abort()
      if (stage.value === 'offering') void dryRun.discard()
      else if (state.jobId.value !== undefined) void jobs.cancel(state.jobId.value)
    },
    discard: dryRun.discard,
  }
})
