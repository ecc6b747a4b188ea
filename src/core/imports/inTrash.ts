import type { Id } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import type { Catalogue } from '../store/types'

/** Where a record that is held lies, and what to do, if it is in the trash; undefined where it is not. */
export const inTrash = (
  { removal, withdrawn, keptFor, record }: Pick<Catalogue, 'removal' | 'withdrawn' | 'keptFor' | 'record'>,
  id: Id,
): string | undefined => {
  if (withdrawn(id)) return 'Withdrawn here, and held in the trash. Bring it back from there.'
  if (!removal(id)) return undefined
  const kept = keptFor(id)
  if (kept === id) return 'Held in the trash. Bring it back from there.'
  const held = record(kept)
  return `Held in the trash, merged into "${held ? titleOf(held) : kept}".`
}
