import type { Sha256 } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasSeals } from './olderFormats'

/** What was found when an original was read again. */
export type Found = 'sound' | 'changed' | 'missing' | 'unreadable' | 'linked'

export interface Reading {
  readonly sha256: Sha256
  readonly found: Found
}

export interface Readings {
  readonly originals: number
  /** Those that were read since. */
  readonly read: number
  /** Those that were not as they were imported when they were read last. */
  readonly damaged: readonly Sha256[]
  /** When the one was read that was not read for longest, of those that ever were. */
  readonly oldest?: string
}

const mostDamaged = 100

/** What has to be read again, what was never read first, then in the order of the last reading. */
export const readDue = (db: Database, before: string, limit: number): Sha256[] =>
  db
    .all<{ sha256: Sha256 }>(
      `SELECT original.sha256 FROM original LEFT JOIN reading ON reading.sha256 = original.sha256
        WHERE coalesce(reading.at, '') < ? ORDER BY coalesce(reading.at, ''), original.sha256 LIMIT ?`,
      before,
      limit,
    )
    .map(({ sha256 }) => sha256)

export const storeReadings = (db: Database, readings: readonly Reading[], at: string): void =>
  db.transaction(() => {
    for (const { sha256, found } of readings)
      db.run(
        `INSERT INTO reading (sha256, at, found) SELECT sha256, ?, ? FROM original WHERE sha256 = ?
         ON CONFLICT (sha256) DO UPDATE SET at = excluded.at, found = excluded.found`,
        at,
        found,
        sha256,
      )
  })

/** Where the reading of originals stands, counted from a time on. */
export const describeReadings = (db: Database, since: string): Readings => {
  const originals = db.get<{ n: number }>('SELECT count(*) AS n FROM original')?.n ?? 0
  if (!hasSeals(db)) return { originals, read: 0, damaged: [] }
  const told = db.get<{ read: number | null; oldest: string | null }>(
    'SELECT sum(at >= ?) AS read, min(at) AS oldest FROM reading',
    since,
  )
  const damaged = db
    .all<{
      sha256: Sha256
    }>(`SELECT sha256 FROM reading WHERE found <> 'sound' ORDER BY sha256 LIMIT ?`, mostDamaged)
    .map(({ sha256 }) => sha256)
  return {
    originals,
    read: told?.read ?? 0,
    damaged,
    ...(told?.oldest ? { oldest: told.oldest } : {}),
  }
}
