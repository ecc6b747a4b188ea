import type { Id, Sha256 } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'
import { inTrash } from './inTrash'

/**
 * What these bytes became, where that is in the trash: the item itself, or the one that it was merged into, and a word
 * about it.
 */
export const mergedItem = (
  catalogue: Pick<Catalogue, 'removedFrom' | 'removal' | 'withdrawn' | 'keptFor' | 'record'>,
  sha256: Sha256,
): { readonly id: Id; readonly title: string; readonly message?: string } | undefined => {
  const [removed] = catalogue.removedFrom(sha256)
  if (removed === undefined) return undefined
  const id = catalogue.keptFor(removed)
  const kept = catalogue.record(id)
  const message = inTrash(catalogue, removed)
  return { id, title: kept ? titleOf(kept) : id, ...(message === undefined ? {} : { message }) }
}
