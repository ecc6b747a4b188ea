import type { Id, Sha256 } from '#shared/model/scalars'
import { signatureFrom } from '../../likeness/minHash'
import type { Database } from '../database/types'
import { hasTrash } from './olderFormats'

const hex = '0123456789abcdef'

/** Every band's values are read in sixteen slices, by their first digit. */
export const bandSlices: readonly string[] = [...hex].flatMap((band) =>
  [...hex].map((digit) => `${band}:${digit}`),
)

export const readBuckets = (db: Database, slice: string): Id[][] =>
  db
    .all<{ ids: string }>(
      `SELECT json_group_array(item_id) AS ids FROM fingerprint
        WHERE kind = 'band' AND value >= ? AND value < ? GROUP BY value HAVING count(*) > 1`,
      slice,
      `${slice}g`,
    )
    .map(({ ids }) => JSON.parse(ids) as Id[])

export const readSignature = (db: Database, id: Id): Uint32Array | undefined => {
  const row = db.get<{ value: string }>(
    `SELECT value FROM fingerprint WHERE item_id = ? AND kind = 'text'`,
    id,
  )
  return row && signatureFrom(row.value)
}

/** What photos are compared by. */
export interface ComparedPhoto {
  readonly id: Id
  /** Its place in the order of adding: from 1, each larger than the one before. */
  readonly place: number
  readonly original?: Sha256
  /** RFC 8785 JSON of its fields: equal for equal fields. */
  readonly fields: string
  readonly capturedAt?: string
}

interface StoredPhoto {
  readonly id: Id
  readonly place: number
  readonly original: Sha256 | null
  readonly fields: string
  readonly captured: string | null
}

export const photosSql = `
SELECT id, seq AS place, json_extract(body, '$.original') AS original, json_extract(body, '$.fields') AS fields,
       json_extract(body, '$.capturedAt') AS captured
  FROM record WHERE kind = 'photo' AND seq > ? ORDER BY seq LIMIT ?`

/** Photos after a place, in the order of adding: an index gives them so, and what follows a page is never sorted again. */
export const readPhotos = (db: Database, after: number, limit: number): ComparedPhoto[] =>
  db.all<StoredPhoto>(photosSql, after, limit).map(({ original, captured, ...photo }) => ({
    ...photo,
    ...(original === null ? {} : { original }),
    ...(captured === null ? {} : { capturedAt: captured }),
  }))

/** The sets in which an item was said to be different from the others. */
export const readDifferent = (db: Database): Map<Id, Set<Id>> => {
  const sets = new Map<Id, Set<Id>>()
  if (!hasTrash(db)) return sets
  for (const { item, set } of db.all<{ item: Id; set: Id }>(
    'SELECT item_id AS item, set_id AS "set" FROM different',
  ))
    sets.set(item, (sets.get(item) ?? new Set()).add(set))
  return sets
}

export const storeDifferent = (db: Database, setId: Id, ids: readonly Id[], at: string): void =>
  db.transaction(() => {
    for (const id of new Set(ids))
      db.run('INSERT INTO different (item_id, set_id, at) VALUES (?, ?, ?)', id, setId, at)
  })

export const forgetDifferent = (db: Database, setId: Id): void =>
  db.transaction(() => db.run('DELETE FROM different WHERE set_id = ?', setId))
