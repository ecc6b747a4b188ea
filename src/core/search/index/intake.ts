import type { DocumentSource } from '#core/search/types'
import type { Id } from '#shared/model/scalars'
import type { Backlog } from './backlog'
import type { IndexParts } from './indexParts'
import { inSlices } from './inSlices'

export interface IntakeOptions {
  readonly source: DocumentSource
  readonly parts: IndexParts
  readonly backlog: () => Pick<Backlog, 'owe'>
  /** More changes at once than this are left to the backlog. */
  readonly mostLive: number
  readonly closing: AbortSignal
}

/** Brings what changed in the source into the live index or into the backlog. */
export interface Intake {
  /** Changes up to this revision were brought in. */
  readonly seen: () => number
  /** Whether the saved segments may lack documents that no change after their revision tells of. */
  readonly isLacking: () => boolean
  readonly begin: (revision: number, isLacking: boolean) => void
  readonly takeIn: () => Promise<void>
}

export const createIntake = ({ source, parts, backlog, mostLive, closing }: IntakeOptions): Intake => {
  let seen = 0
  let isLacking = false

  const putLive = (ids: readonly Id[]): Promise<void> =>
    inSlices(ids, closing, (part) => {
      const documents = new Map(source.read(part).map((document) => [document.id, document]))
      for (const id of part) {
        const document = documents.get(id)
        parts.hide(id)
        if (document) parts.put(document)
      }
    })

  const leave = (ids: readonly Id[]): Promise<void> =>
    inSlices(ids, closing, (part) => {
      for (const id of part) {
        // At once, since it may have been removed.
        parts.hide(id)
        backlog().owe(id)
      }
    })

  const findLacking = async (): Promise<void> => {
    await inSlices(source.changesSince(0).ids, closing, (part) => {
      for (const id of part) if (!parts.has(id)) backlog().owe(id)
    })
    isLacking = closing.aborted
  }

  return {
    seen: () => seen,
    isLacking: () => isLacking,
    begin: (revision, lacking) => {
      seen = revision
      isLacking = lacking
    },
    takeIn: async () => {
      if (isLacking) await findLacking()
      const { revision, ids } = source.changesSince(seen)
      await (ids.length > mostLive ? leave(ids) : putLive(ids))
      // Where it was closed in the middle, the rest was not seen.
      if (!closing.aborted) seen = Math.max(seen, revision)
    },
  }
}
