import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useServices } from '../services'
import { createDryRun } from './dryRun'
import { errorToReport } from './errorToReport'
import { createHeldTitles } from './heldTitles'
import { createImportRun } from './importRun'
import { createImportState } from './importState'
import { useJobsStore } from './jobsStore'
import { createPlanChoices } from './planChoices'
import { useSettingsStore } from './settingsStore'

/** A dry run and the import that follows it. Leaving the view changes nothing: both go on. */
export const useImportStore = defineStore('import', () => {
  const { connection } = useServices()
  const { archive, host } = connection
  const jobs = useJobsStore()
  const settings = useSettingsStore()
  const state = createImportState()
  const titles = createHeldTitles(archive)
  const dryRun = createDryRun(state, archive, jobs, () => ({ keepUnreadable: settings.keepUnreadable }))
  const run = createImportRun(state, archive, jobs)
  let offering: AbortController | undefined

  const job = computed(() => (state.jobId.value === undefined ? undefined : jobs.get(state.jobId.value)))
  const liveFiles = computed(() => (state.jobId.value === undefined ? [] : jobs.filesOf(state.jobId.value)))

  const offer = (files: readonly File[]): Promise<void> =>
    dryRun.start(() => {
      offering = new AbortController()
      state.stage.value = 'offering'
      return connection.offerFiles(files, {
        signal: offering.signal,
        onBytes: (done, total) => (state.uploaded.value = { done, total }),
      })
    })

  const loadFormats = async (): Promise<void> => {
    if (state.formats.value.length > 0) return
    try {
      state.formats.value = await archive.imports.formats({})
    } catch (cause) {
      state.error.value = errorToReport(cause)
    }
  }
  /** Stops what is under way. Files that were imported stay imported, and the report names them. */
  const cancel = (): void => {
    offering?.abort()
    if (state.stage.value === 'offering') void dryRun.discard()
    else if (state.jobId.value !== undefined) void jobs.cancel(state.jobId.value)
  }
  const rest = (wish: 'pause' | 'resume') => (): void => {
    if (state.jobId.value !== undefined) void jobs[wish](state.jobId.value)
  }

  const { stage, error, uploaded, totals, entries, wanted, previews, leftOut, separate, conflicts } = state
  const { formats, report, wasCancelled } = state
  return {
    stage,
    error,
    uploaded,
    totals,
    entries,
    wanted,
    previews,
    leftOut,
    separate,
    conflicts,
    formats,
    report,
    wasCancelled,
    job,
    liveFiles,
    heldRecord: titles.of,
    /** Asks for what is held under the ids of these lines; those that are shown are enough. */
    askHeld: titles.ask,
    ...createPlanChoices(state),
    offer,
    pickFiles: () => dryRun.start(() => host.pickFiles({ purpose: 'import' })),
    pickFolder: () =>
      dryRun.start(async () => {
        const folder = await host.pickFolder({ purpose: 'import' })
        return folder && [folder]
      }),
    loadFormats,
    loadPreview: dryRun.loadPreview,
    loadConflicts: dryRun.loadConflicts,
    remap: dryRun.remap,
    planInbox: dryRun.startInbox,
    unlock: dryRun.unlock,
    commit: run.commit,
    /** Goes on with an import that was interrupted. */
    goOn: run.goOn,
    cancel,
    pause: rest('pause'),
    resume: rest('resume'),
    discard: dryRun.discard,
  }
})
