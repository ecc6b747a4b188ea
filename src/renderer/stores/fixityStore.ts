import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { JobResult } from '#shared/contract/jobs'
import type { Rereading } from '#shared/contract/work'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { createJobShown } from './createJobShown'
import { errorToReport } from './errorToReport'
import { useJobsStore } from './jobsStore'

/** Where the reading of originals in idle time stands, which records are damaged, and putting both back. */
export const useFixityStore = defineStore('fixity', () => {
  const { connection } = useServices()
  const jobs = useJobsStore()
  const rereading = shallowRef<Rereading>()
  const repaired = shallowRef<Extract<JobResult, { kind: 'repair' }>>()
  const error = shallowRef<ErrorReport>()
  const jobId = ref<string>()
  const follow = createJobShown({ track: (id) => jobs.track(id), jobId, error })

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    error.value = undefined
    try {
      await work()
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  const load = (): Promise<void> =>
    attempt(async () => {
      rereading.value = await connection.archive.verify.rereading({})
    })

  const start = async (from: { token?: string }): Promise<void> => {
    repaired.value = undefined
    const result = await follow(await connection.archive.verify.repair(from))
    if (result?.kind === 'repair') repaired.value = result
    rereading.value = await connection.archive.verify.rereading({})
  }

  /** Damaged records, from the copies of the catalogue. */
  const repairRecords = (): Promise<void> => attempt(() => start({}))

  /** Originals and records, from a copy of the archive. */
  const repair = (): Promise<void> =>
    attempt(async () => {
      const copy = await connection.host.pickFolder({ purpose: 'verify' })
      if (copy) await start({ token: copy.token })
    })

  return { rereading, repaired, error, jobId, load, repair, repairRecords }
})
