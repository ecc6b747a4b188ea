import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasSeals } from './olderFormats'

export const isDestroyed = (db: Database, id: Id): boolean =>
  hasSeals(db) && db.get('SELECT 1 AS found FROM destroyed WHERE id = ?', id) !== undefined

/** A record that was destroyed comes in again: what its chain says of it goes on. */
export const forgetDestroyed = (db: Database, id: Id): void => {
  db.run('DELETE FROM destroyed WHERE id = ?', id)
}
