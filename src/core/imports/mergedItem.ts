import type { Id, Sha256 } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'

/**
 * What these bytes became, where that is in the trash: the item itself, or the one that it was merged into, and a word
 * about it.
 */
export const mergedItem = (
  { removedFrom, keptFor, record }: Pick<Catalogue, 'removedFrom' | 'keptFor' | 'record'>,
  sha256: Sha256,
): { readonly id: Id; readonly title: string; readonly message: string } | undefined => {
  const [removed] = removedFrom(sha256)
  if (removed === undefined) return undefined
  const id = keptFor(removed)
  const kept = record(id)
  const title = kept ? titleOf(kept) : id
  if (id === removed) return { id, title, message: 'Held in the trash. Bring it back from there.' }
  return { id, title, message: `Held in the trash, merged into "${title}".` }
}
