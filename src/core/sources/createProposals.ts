import { areDifferentBy } from '../duplicates/areDifferent'
import { createPauses } from '../jobs/createPauses'
import type { Catalogue } from '../store/types'
import { createKeyMemory } from './createKeyMemory'
import { findGroups, type SpellingGroup } from './findGroups'

export interface Proposals {
  /** The groups of the archive as it is now; an answer holds until something changed. */
  readonly groups: (signal?: AbortSignal) => Promise<readonly SpellingGroup[]>
  /** What was dismissed changed, of which the catalogue's revision does not tell. */
  readonly forget: () => void
}

/** Finds sources that may be one. Nothing is merged by it. */
export const createProposals = (catalogue: Catalogue): Proposals => {
  const memory = createKeyMemory()
  let known: { readonly state: string; readonly groups: Promise<readonly SpellingGroup[]> } | undefined
  let dismissals = 0
  return {
    groups: async (signal) => {
      const state = `${catalogue.revision()} ${dismissals}`
      if (known?.state !== state) {
        // Without the signal of who asked first: others wait for the same answer.
        const areDifferent = areDifferentBy(catalogue.duplicates.different())
        const groups = findGroups(catalogue.sources.names, memory.look(), areDifferent, createPauses())
        known = { state, groups }
        groups.catch(() => {
          if (known?.groups === groups) known = undefined
        })
      }
      const groups = await known.groups
      signal?.throwIfAborted()
      return groups
    },
    forget: () => {
      dismissals += 1
    },
  }
}
