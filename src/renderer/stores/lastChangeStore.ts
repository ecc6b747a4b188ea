import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ErrorReport } from '#shared/errors'
import { errorToReport } from './errorToReport'

/** What was done last, by the key of its sentence, and the way back. */
export interface LastChange {
  readonly key: string
  /** Absent where there is no way back. */
  readonly undo?: () => Promise<unknown>
}

/** The last change to what rests on what: the status bar says it, with its undo, until something else is done. */
export const useLastChangeStore = defineStore('lastChange', () => {
  const change = shallowRef<LastChange>()
  const error = shallowRef<ErrorReport>()
  const isBusy = ref(false)
  /** Grows with each change of this page, so that views read again at once. */
  const turn = ref(0)

  const did = (made: LastChange): void => {
    change.value = made
    error.value = undefined
    turn.value += 1
  }

  /** Does it; a refusal is told in its place, and nothing counts as done. */
  const attempt = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    isBusy.value = true
    error.value = undefined
    try {
      return await work()
    } catch (cause) {
      error.value = errorToReport(cause)
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  const undo = async (): Promise<void> => {
    const back = change.value?.undo
    if (!back || isBusy.value) return
    await attempt(async () => {
      await back()
      did({ key: 'common.undone' })
    })
  }

  return {
    change,
    error,
    isBusy,
    turn,
    canUndo: computed(() => change.value?.undo !== undefined),
    did,
    attempt,
    undo,
    forgetError: () => (error.value = undefined),
  }
})
