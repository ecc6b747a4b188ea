import type { TrashKind, TrashRow } from '#shared/contract/trash'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasBearing, hasSavedSearches, hasTrash } from './olderFormats'
import { readRecord } from './readRecords'
import { titleOf } from '../../records/titleOf'
import { keptFor } from './removalOf'

/** A line of the trash as it is stored. */
interface TrashEntry {
  readonly id: Id
  readonly kind: TrashKind
  readonly title: string
  readonly at: string
  readonly mergeId: Id | null
}

/** One SELECT for each table that the archive's format has; an archive of an older format that is only read has fewer. */
const selects = (db: Database): string[] => [
  ...(hasTrash(db) ? ['SELECT id, kind, title, removed_at AS at, merge_id AS mergeId FROM removed'] : []),
  ...(hasBearing(db)
    ? [
        "SELECT id, kind, json_extract(body, '$.text') AS title, withdrawn_at AS at, NULL AS mergeId FROM withdrawn",
      ]
    : []),
  ...(hasSavedSearches(db)
    ? [
        `SELECT id, 'search' AS kind, json_extract(body, '$.name') AS title, removed_at AS at, NULL AS mergeId
           FROM saved_search WHERE removed_at IS NOT NULL`,
      ]
    : []),
]

export const countTrash = (db: Database): number => {
  const all = selects(db)
  if (all.length === 0) return 0
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM (${all.join(' UNION ALL ')})`)?.n ?? 0
}

/** What is in the trash, what was removed last first. */
export const readTrash = (db: Database, offset: number, limit: number): TrashRow[] => {
  const all = selects(db)
  if (all.length === 0) return []
  return db
    .all<TrashEntry>(`${all.join(' UNION ALL ')} ORDER BY at DESC, id LIMIT ? OFFSET ?`, limit, offset)
    .map(({ mergeId, ...row }) => {
      if (mergeId === null) return row
      const into = keptFor(db, row.id)
      const kept = readRecord(db, into)
      return { ...row, merged: { mergeId, into, title: kept ? titleOf(kept) : into } }
    })
}
