import type { Id, Sha256 } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasTrash } from './olderFormats'

/** Why a record is in the trash: it was removed, or merged into another. */
export interface Removal {
  readonly id: Id
  readonly at: string
  readonly mergeId?: Id
  /** As it was merged; that one may have been merged on since (`keptFor`). */
  readonly into?: Id
}

const columns = 'id, removed_at AS at, merge_id AS mergeId, merged_into AS "into"'

interface StoredRemoval {
  readonly id: Id
  readonly at: string
  readonly mergeId: Id | null
  readonly into: Id | null
}

export const readRemoval = (db: Database, id: Id): Removal | undefined => {
  const row = hasTrash(db)
    ? db.get<StoredRemoval>(`SELECT ${columns} FROM removed WHERE id = ?`, id)
    : undefined
  if (!row) return undefined
  const { mergeId, into, ...removal } = row
  return mergeId === null || into === null ? removal : { ...removal, mergeId, into }
}

/** The item that stands for one: itself, or what it was merged into, and that into. */
export const keptFor = (db: Database, id: Id): Id => {
  let kept = id
  // Each step leads to a record that was not removed yet when the step was made: there is no circle.
  for (let into = readRemoval(db, kept)?.into; into; into = readRemoval(db, kept)?.into) kept = into
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

/** What stands beside a record's body, whether or not it is in the trash. */
const readBeside = (db: Database, id: Id, column: 'title' | 'added_at'): string | undefined => {
  const from = (table: 'record' | 'removed') =>
    db.get<{ value: string }>(`SELECT ${column} AS value FROM ${table} WHERE id = ?`, id)
  return (from('record') ?? (hasTrash(db) ? from('removed') : undefined))?.value
}

export const readName = (db: Database, id: Id): string | undefined => readBeside(db, id, 'title')

/** When an item was added. */
export const readAddedAt = (db: Database, id: Id): string | undefined => readBeside(db, id, 'added_at')
