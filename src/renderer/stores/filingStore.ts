import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ArchiveOutputs } from '#shared/contract/archive'
import type { Filed, FilingKind } from '#shared/contract/filing'
import type { ErrorReport } from '#shared/errors'
import { useServices } from '../services'
import { errorToReport } from './errorToReport'
import { useLastChangeStore } from './lastChangeStore'
import { onceAndAgain } from './onceAndAgain'

type Deed = 'added' | 'removed' | 'renamed' | 'cleared'

/** All tags and collections with their articles, and what is done with them: each with its way back. */
export const useFilingStore = defineStore('filing', () => {
  const { filing, overviews } = useServices().connection.archive
  const last = useLastChangeStore()
  const groups = shallowRef<ArchiveOutputs['overviews']['groups']>()
  const error = shallowRef<ErrorReport>()

  const load = onceAndAgain(async () => {
    try {
      groups.value = await overviews.groups({})
      error.value = undefined
    } catch (cause) {
      error.value = errorToReport(cause)
    }
  })

  /** Whether it was done; a refusal is told by the store of the last change. */
  const attempt = async (deed: Deed, work: () => Promise<Filed>): Promise<boolean> => {
    const filed = await last.attempt(work)
    if (!filed) return false
    const { kind, moves } = filed
    last.did(
      moves.length === 0
        ? { key: 'filing.unchanged' }
        : { key: `filing.${kind}.${deed}`, undo: () => filing.putBack({ kind, moves }) },
    )
    return true
  }

  return {
    groups,
    error,
    load,
    /** Names to offer while one is typed. */
    offer: (kind: FilingKind, text: string) => filing.names({ kind, text, limit: 8 }),
    add: (kind: FilingKind, name: string, ids: readonly string[]) =>
      attempt('added', () => filing.add({ kind, names: [name], ids: [...ids] })),
    remove: (kind: FilingKind, name: string, ids: readonly string[]) =>
      attempt('removed', () => filing.remove({ kind, names: [name], ids: [...ids] })),
    rename: (kind: FilingKind, name: string, to: string) =>
      attempt('renamed', () => filing.rename({ kind, names: [name], to })),
    clear: (kind: FilingKind, name: string) =>
      attempt('cleared', () => filing.rename({ kind, names: [name] })),
  }
})
