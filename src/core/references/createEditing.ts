import { CuttingsError } from '#shared/errors'
import { withId, type CslItem, type Reference } from '#shared/model/reference'
import type { Id } from '#shared/model/scalars'
import { readCslItem } from '../importers/cslJson/readCslItem'
import { sourceOfItem } from '../importers/cslJson/sourceOfItem'
import type { Clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import type { Catalogue } from '../store/types'
import { createReferenceKeys } from './referenceKeys'

/** What is known of a work, as the form has it: without the id, which the record keeps. */
export interface ReferenceDraft {
  readonly csl: Omit<CslItem, 'id'>
  readonly key?: string | undefined
  readonly sourceId?: Id | undefined
}

export interface Editing {
  readonly create: (draft: ReferenceDraft) => Reference
  /** Answers with the record as it is kept; nothing is written where it says the same. */
  readonly save: (id: Id, draft: ReferenceDraft) => Reference
}

export interface EditingDeps {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly actor: string
  readonly committed: () => void
}

/** Each value cleaned and in the shape of its variable, as an import has it; what is empty is left out. */
const cleanItem = (csl: ReferenceDraft['csl'], id: string | number): CslItem => {
  const read = readCslItem({ ...csl, id }, 1)
  if (!read) throw new CuttingsError('bad-input', { reason: 'a reference needs a type' })
  return read.csl
}

/** References as the user edits them: one event for each change, and a key that no other reference has. */
export const createEditing = ({ catalogue, clock, actor, committed }: EditingDeps): Editing => {
  const holders = (key: string): Id[] => catalogue.itemsWith({ kind: 'key', value: key })

  const freeKey = (key: string, own: Id | undefined): string => {
    if (holders(key).some((id) => id !== own)) throw new CuttingsError('key-taken', { key })
    return key
  }

  const sourceOf = (id: Id | undefined): { sourceId?: Id } => {
    if (id === undefined) return {}
    if (catalogue.record(id)?.kind !== 'source') throw new CuttingsError('not-found', { what: 'source' })
    return { sourceId: id }
  }

  /** The source of this name, where the archive has one. */
  const namedSource = (csl: CslItem): { sourceId?: Id } => {
    const named = sourceOfItem(csl)
    return sourceOf(named && catalogue.sourceNamed(named.name)?.id)
  }

  const commit = (reference: Reference): Reference => {
    catalogue.commit({ records: { ...emptyRecordSet, references: [reference] }, action: 'edit', actor })
    committed()
    return reference
  }

  return {
    create: ({ csl, key, sourceId }) => {
      const clean = cleanItem(csl, 'new')
      const free =
        key === undefined
          ? createReferenceKeys((one) => holders(one).length > 0).keyOf(clean, undefined)
          : freeKey(key, undefined)
      return commit({
        id: clock.createId(),
        kind: 'reference',
        key: free,
        csl: withId(clean, free),
        ...(sourceId === undefined ? namedSource(clean) : sourceOf(sourceId)),
      })
    },
    save: (id, { csl, key, sourceId }) => {
      const held = catalogue.record(id)
      if (held?.kind !== 'reference') throw new CuttingsError('not-found', { what: 'reference' })
      const { sourceId: _before, ...kept } = held
      return commit({
        ...kept,
        key: key === undefined ? held.key : freeKey(key, id),
        csl: cleanItem(csl, held.csl.id),
        ...sourceOf(sourceId),
      })
    },
  }
}
