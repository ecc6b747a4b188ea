import type { Database } from '../database/types'

/** The first format with a trash: an older archive that is only read has none. */
const since = 3

/** Whether the catalogue has a trash. */
export const hasTrash = (db: Database): boolean =>
  (db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0) >= since
