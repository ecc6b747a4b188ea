import type { Id, Sha256 } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasTrash } from './olderFormats'

/** Why a record is in the trash: it was merged into another. */
export interface Removal {
  readonly id: Id
  readonly at: string
  readonly mergeId: Id
  /** As it was merged; that one may have been merged on since (`keptFor`). */
  readonly into: Id
}

const columns = 'id, removed_at AS at, merge_id AS mergeId, merged_into AS "into"'

export const readRemoval = (db: Database, id: Id): Removal | undefined => {
  const row = hasTrash(db) ? db.get<Removal>(`SELECT ${columns} FROM removed WHERE id = ?`, id) : undefined
  return row && { ...row }
}

/** The item that stands for one: itself, or what it was merged into, and that into. */
export const keptFor = (db: Database, id: Id): Id => {
  let kept = id
  // Each step leads to a record that was not removed yet when the step was made: there is no circle.
  for (let removal = readRemoval(db, kept); removal; removal = readRemoval(db, kept)) kept = removal.into
  return kept
}

/** Removed items that were made from these bytes. */
export const removedFrom = (db: Database, sha256: Sha256): Id[] =>
  hasTrash(db)
    ? db
        .all<{
          id: Id
        }>(
          'SELECT removed.id FROM need JOIN removed ON removed.id = need.item_id WHERE need.sha256 = ? ORDER BY removed.seq',
          sha256,
        )
        .map(({ id }) => id)
    : []

/** When an item was added, whether or not it is in the trash. */
export const readAddedAt = (db: Database, id: Id): string | undefined => {
  const row = db.get<{ at: string }>('SELECT added_at AS at FROM record WHERE id = ?', id)
  if (row || !hasTrash(db)) return row?.at
  return db.get<{ at: string }>('SELECT added_at AS at FROM removed WHERE id = ?', id)?.at
}
