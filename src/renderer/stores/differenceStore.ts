import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PackDifference } from '#shared/contract/packDifference'
import type { Offered } from '#shared/contract/host'
import type { Selection } from '#shared/contract/work'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { wantsSecret, type PackSecret } from './packSecret'

/** What changed since a pack: the last one of the same selection, or one that the user chose. */
export const useDifferenceStore = defineStore('difference', () => {
  const { connection } = useServices()
  const { exports } = connection.archive
  const last = shallowRef<PackDifference>()
  const compared = shallowRef<PackDifference>()
  const error = shallowRef<ErrorReport>()
  let turn = 0

  /** The pack that is compared, for as long as it is not opened. */
  const locked = shallowRef<Offered>()

  const compareWith = async (pack: Offered, unlock?: PackSecret): Promise<void> => {
    error.value = undefined
    try {
      compared.value = await exports.sincePack({ token: pack.token, ...(unlock ? { unlock } : {}) })
      locked.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
      locked.value = wantsSecret(error.value) ? pack : undefined
    }
  }

  const compare = async (offer: () => Promise<readonly (Offered | null)[] | null>): Promise<void> => {
    error.value = undefined
    try {
      const [pack] = (await offer()) ?? []
      if (pack) await compareWith(pack)
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  }

  return {
    last,
    compared,
    locked,
    error,
    /** An answer that comes late for what is asked now is dropped; without one nothing is offered. */
    look: async (selection: Selection): Promise<void> => {
      const asked = ++turn
      const answer = await exports.sinceLast({ selection }).catch(() => null)
      if (asked === turn) last.value = answer ?? undefined
    },
    unlock: async (secret: PackSecret) => {
      if (locked.value) await compareWith(locked.value, secret)
    },
    pick: () => compare(() => connection.host.pickFiles({ purpose: 'verify' })),
    offer: (files: readonly File[]) => compare(() => connection.offerFiles(files)),
  }
})
