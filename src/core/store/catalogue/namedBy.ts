import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import type { TrashKind } from '#shared/contract/trash'

/** Articles that have a photo in a slot of one of their versions, by the photo. */
export interface SlotPhotos {
  readonly articlesOf: (photoId: Id) => readonly Id[]
}

const slice = 500

interface SlotRow {
  readonly photoId: Id
  readonly articleId: Id
  readonly place: number
}

/**
 * Reads the slots of every version once, a slice at a time, and of those that came since at each question: slots of
 * versions never change.
 */
export const createSlotPhotos = (db: Database): SlotPhotos => {
  const articles = new Map<Id, Set<Id>>()
  let after = 0
  const readOn = (): void => {
    for (;;) {
      const last = db.get<{ place: number | null }>(
        'SELECT max(rowid) AS place FROM (SELECT rowid FROM version WHERE rowid > ? ORDER BY rowid LIMIT ?)',
        after,
        slice,
      )?.place
      if (last === undefined || last === null) return
      const rows = db.all<SlotRow>(
        `SELECT slot.value ->> 'photoId' AS photoId, version.article_id AS articleId, version.rowid AS place
           FROM version, json_each(version.body, '$.slots') slot
          WHERE version.rowid > ? AND version.rowid <= ? AND slot.value ->> 'photoId' IS NOT NULL`,
        after,
        last,
      )
      for (const { photoId, articleId } of rows)
        articles.set(photoId, (articles.get(photoId) ?? new Set()).add(articleId))
      after = last
    }
  }
  return {
    articlesOf: (photoId) => {
      readOn()
      return [...(articles.get(photoId) ?? [])]
    },
  }
}

/** Computed columns name what a body names; what is in the trash, and a claim's sources, are looked for in the bodies. */
const namers = `
  SELECT id FROM record WHERE based_on = ?1
  UNION SELECT id FROM record WHERE source_id = ?1
  UNION SELECT id FROM record WHERE kind = 'claim' AND instr(body, ?1) > 0
  UNION SELECT record_id FROM bearing WHERE item_id = ?1
  UNION SELECT article_id FROM citation WHERE source_id = ?1
  UNION SELECT article_id FROM citation WHERE reference_id = ?1
  UNION SELECT id FROM removed WHERE instr(body, ?1) > 0 OR instr(coalesce(citations, ''), ?1) > 0
  UNION SELECT id FROM withdrawn WHERE instr(body, ?1) > 0`

const isThere = (db: Database, articleId: Id): boolean =>
  db.get('SELECT 1 AS found FROM version WHERE article_id = ? LIMIT 1', articleId) !== undefined

/** What names a record in the trash, in the library or in the trash itself; it stays as long as that does. */
export const namedBy = (db: Database, id: Id, kind: TrashKind, slots: SlotPhotos): Id[] => [
  ...db
    .all<{ id: Id }>(namers, id)
    .map((row) => row.id)
    .filter((namer) => namer !== id),
  ...(kind === 'photo' ? slots.articlesOf(id).filter((articleId) => isThere(db, articleId)) : []),
]
