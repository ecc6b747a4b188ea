import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Exported } from '#shared/contract/jobs'
import type { ErrorReport } from '#shared/errors'
import type { SearchAsked } from '../searching/searchAddress'
import type { PackProfileName } from '#shared/packProfiles'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { useJobsStore } from './jobsStore'
import { jobToError } from './jobToError'
import { createPackCounting } from './packCounting'
import { createPackPreflight } from './packPreflight'
import { useSealingStore } from './sealingStore'
import { useSelectionStore } from './selectionStore'

/** `date` as `2026-11-22`, empty for the moment of writing; `identifier` a UUID, empty for a new one. */
export interface PackDetails {
  readonly date: string
  readonly identifier: string
}

/** A pack that was made here: what it is, and the token by which it can be shown or fetched. */
export interface MadePack extends Exported {
  readonly token: string
}

/** What a pack is called by its form; an encrypted one is a zip inside. */
const endings = { folder: '', zip: '.zip', age: '.zip.age' } as const

/** Making citation packs: what goes in, where to, and how it went. */
export const useExportStore = defineStore('export', () => {
  const { archive, host } = useServices().connection
  const jobs = useJobsStore()
  const chosen = useSelectionStore()
  const profile = ref<PackProfileName>('full')
  const sealing = useSealingStore()
  const counting = createPackCounting(archive, () => chosen.itemIds, profile)
  const preflight = createPackPreflight(archive, counting.selection, profile)
  const form = ref<'folder' | 'zip'>('zip')
  const details = shallowRef<PackDetails>({ date: '', identifier: '' })
  const jobId = ref<string>()
  const error = shallowRef<ErrorReport>()
  const made = shallowRef<MadePack>()
  const isRunning = ref(false)
  const wasCancelled = ref(false)
  const job = computed(() => (jobId.value === undefined ? undefined : jobs.get(jobId.value)))

  /** What the view was opened for: a search, else what is chosen, else everything. */
  const open = (search: Pick<SearchAsked, 'text' | 'filters'> | undefined): void => {
    if (search) counting.ask(search)
    counting.scope.value = search ? 'search' : chosen.itemIds.length > 0 ? 'chosen' : 'all'
    void counting.count()
    void preflight.look()
  }

  const run = async (name: string): Promise<void> => {
    const written = sealing.isLocked ? 'age' : form.value
    const destination = await host.pickDestination({ form: written, name: `${name}${endings[written]}` })
    if (!destination) return
    made.value = undefined
    const { date, identifier } = details.value
    const { jobId: started } = await archive.exports.start({
      selection: counting.selection.value,
      destination: destination.token,
      form: written === 'folder' ? 'folder' : 'zip',
      profile: profile.value,
      waivers: preflight.waivers(),
      ...sealing.take(),
      ...(date ? { date: `${date}T00:00:00.000Z` } : {}),
      ...(identifier ? { identifier } : {}),
    })
    jobId.value = started
    const end = await jobs.track(started)
    if (end?.result?.kind === 'export') made.value = { ...end.result.exported, token: destination.token }
    else if (end?.state === 'cancelled') wasCancelled.value = true
    else error.value = jobToError(end)
  }

  const attempt = async <Value>(call: () => Promise<Value>): Promise<Value | undefined> => {
    error.value = undefined
    try {
      return await call()
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    }
  }

  const start = async (): Promise<void> => {
    const name = counting.preview.value?.name
    if (isRunning.value || name === undefined) return
    isRunning.value = true
    wasCancelled.value = false
    await attempt(() => run(name))
    isRunning.value = false
    jobId.value = undefined
  }

  return {
    ...counting,
    form,
    profile,
    ...preflight,
    details,
    job,
    error,
    made,
    isRunning,
    wasCancelled,
    open,
    start,
    cancel: () => jobId.value !== undefined && void jobs.cancel(jobId.value),
    /** 'Show where it is', in the system's file manager. */
    reveal: (token: string) => attempt(() => host.reveal({ token })),
    /** The address from which a browser downloads the pack: good once. */
    collect: (token: string) => attempt(async () => (await host.collect({ token })).address),
  }
})
