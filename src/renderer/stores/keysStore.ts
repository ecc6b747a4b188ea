import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SigningKey } from '#shared/contract/keys'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'

/** The key to sign with, and those of others by the names that the user gave them. */
export const useKeysStore = defineStore('keys', () => {
  const { keys } = useServices().connection.archive
  const own = shallowRef<SigningKey>()
  const known = shallowRef<readonly SigningKey[]>([])
  const error = shallowRef<ErrorReport>()

  const read = async (): Promise<void> => {
    const held = await keys.list({})
    own.value = held.own
    known.value = held.known
  }
  const attempt = async (change: () => Promise<unknown>): Promise<boolean> => {
    error.value = undefined
    try {
      await change()
      await read()
      return true
    } catch (cause) {
      error.value = errorToReport(cause)
      return false
    }
  }

  return {
    own,
    known,
    error,
    load: () => attempt(() => Promise.resolve()),
    make: (name: string) => attempt(() => keys.make({ name })),
    add: (name: string, publicKey: string) => attempt(() => keys.add({ name, publicKey })),
    forget: (fingerprint: string) => attempt(() => keys.remove({ fingerprint })),
  }
})
