import { defineStore } from 'pinia'
import { computed, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { PackDifference } from '#shared/contract/packDifference'
import type { Offered } from '#shared/contract/host'
import type { Selection } from '#shared/contract/work'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { useJobsStore } from './jobsStore'
import { jobToError } from './jobToError'
import { wantsSecret, type PackSecret } from './packSecret'

/** Does what a person asked for; why it failed is kept to be shown, and what was shown before is gone. */
const createAttempt =
  (error: ShallowRef<ErrorReport | undefined>, wasCancelled: Ref<boolean>) =>
  async (call: () => Promise<void>): Promise<void> => {
    error.value = undefined
    wasCancelled.value = false
    try {
      await call()
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

/** What changed since a pack: the last one of the same selection, or one that the user chose. */
export const useDifferenceStore = defineStore('difference', () => {
  const { connection } = useServices()
  const { exports } = connection.archive
  const jobs = useJobsStore()
  const last = shallowRef<PackDifference>()
  const compared = shallowRef<PackDifference>()
  const error = shallowRef<ErrorReport>()
  /** The jobs that compare: with the last pack, and with the one that was chosen. */
  const lastJob = ref<string>()
  const packJob = ref<string>()
  const wasCancelled = ref(false)
  let turn = 0

  const jobOf = (id: string | undefined) => (id === undefined ? undefined : jobs.get(id))
  const cancel = (id: string | undefined): void => {
    if (id !== undefined) void jobs.cancel(id)
  }

  /** The pack that is compared, for as long as it is not opened. */
  const locked = shallowRef<Offered>()

  const compareWith = async (pack: Offered, unlock?: PackSecret): Promise<void> => {
    cancel(packJob.value)
    const { jobId } = await exports.sincePack({ token: pack.token, ...(unlock ? { unlock } : {}) })
    packJob.value = jobId
    const end = await jobs.track(jobId)
    if (packJob.value !== jobId) return
    packJob.value = undefined
    locked.value = undefined
    if (end?.state === 'cancelled') wasCancelled.value = true
    else if (end?.state === 'done') compared.value = await exports.compared({ jobId })
    else {
      error.value = jobToError(end)
      locked.value = error.value && wantsSecret(error.value) ? pack : undefined
    }
  }

  const attempt = createAttempt(error, wasCancelled)

  const compare = (offer: () => Promise<readonly (Offered | null)[] | null>): Promise<void> =>
    attempt(async () => {
      const [pack] = (await offer()) ?? []
      if (pack) await compareWith(pack)
    })

  const readLast = async (selection: Selection, asked: number): Promise<PackDifference | undefined> => {
    const { jobId } = await exports.sinceLast({ selection })
    if (asked !== turn) {
      cancel(jobId)
      return undefined
    }
    lastJob.value = jobId
    const end = await jobs.track(jobId)
    const isFound = end?.result?.kind === 'compare' && end.result.found
    return isFound && asked === turn ? exports.compared({ jobId }) : undefined
  }

  /** An answer that comes late for what is asked now is dropped, and its work stopped; without one nothing is offered. */
  const look = async (selection: Selection): Promise<void> => {
    const asked = ++turn
    cancel(lastJob.value)
    lastJob.value = undefined
    const answer = await readLast(selection, asked).catch(() => undefined)
    if (asked !== turn) return
    lastJob.value = undefined
    last.value = answer
  }

  return {
    last,
    compared,
    locked,
    error,
    wasCancelled,
    /** How far the comparison with the last pack is, and the one with the pack that was chosen. */
    lastRuns: computed(() => jobOf(lastJob.value)),
    packRuns: computed(() => jobOf(packJob.value)),
    look,
    cancelLast: () => cancel(lastJob.value),
    cancelPack: () => cancel(packJob.value),
    unlock: (secret: PackSecret) =>
      attempt(async () => {
        if (locked.value) await compareWith(locked.value, secret)
      }),
    pick: () => compare(() => connection.host.pickFiles({ purpose: 'verify' })),
    offer: (files: readonly File[]) => compare(() => connection.offerFiles(files)),
  }
})
