import type { Database } from '../database/types'

const formatOf = (db: Database): number =>
  db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0

/** Whether the catalogue has a trash: an archive of an older format that is only read has none. */
export const hasTrash = (db: Database): boolean => formatOf(db) >= 3

/** The same for saved searches. */
export const hasSavedSearches = (db: Database): boolean => formatOf(db) >= 4

/** The same for claims and notes. */
export const hasBearing = (db: Database): boolean => formatOf(db) >= 5

/** The same for what was done to sources. */
export const hasSourceSteps = (db: Database): boolean => formatOf(db) >= 6

/** The same for what was destroyed, what was read again, and the chain of all events. */
export const hasSeals = (db: Database): boolean => formatOf(db) >= 7
