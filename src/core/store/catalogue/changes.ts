import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import type { ChangedItems } from '../types'

export const currentRevision = (db: Database): number =>
  db.get<{ revision: number | null }>('SELECT max(revision) AS revision FROM change')?.revision ?? 0

export const storeChange = (db: Database, id: Id): void => {
  db.run('INSERT INTO change (item_id) VALUES (?)', id)
}

/** Whose change has this revision; `undefined` where none has. */
export const changedAt = (db: Database, revision: number): Id | undefined =>
  db.get<{ item_id: Id }>('SELECT item_id FROM change WHERE revision = ?', revision)?.item_id

/** Items that were added or changed after a revision, in the order of their last change; sources are no items. */
export const changesSince = (db: Database, revision: number): ChangedItems => {
  const rows = db.all<{ item_id: Id }>(
    `SELECT change.item_id, max(change.revision) AS latest FROM change
       LEFT JOIN record ON record.id = change.item_id
      WHERE change.revision > ? AND (record.item = 1 OR record.id IS NULL)
      GROUP BY change.item_id ORDER BY latest`,
    revision,
  )
  return { revision: currentRevision(db), ids: rows.map((row) => row.item_id) }
}
