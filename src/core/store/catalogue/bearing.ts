import type { Claim, EvidenceRelation } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasBearing } from './olderFormats'
import { readRecord } from './readRecords'

interface BearingRow {
  readonly itemId: Id
  readonly relation: 'about' | EvidenceRelation
}

const rowsOf = (record: Claim | Note): BearingRow[] => {
  if (record.kind === 'note') return [{ itemId: record.target.itemId, relation: 'about' }]
  const about: BearingRow[] = record.target ? [{ itemId: record.target.articleId, relation: 'about' }] : []
  return [
    ...about,
    ...record.evidence.flatMap(({ target, itemId, relation }) => {
      const id = target?.articleId ?? itemId
      return id === undefined ? [] : [{ itemId: id, relation }]
    }),
  ]
}

/** What a claim or a note points at, in the place of what it pointed at before. */
export const storeBearing = (db: Database, record: Claim | Note): void => {
  forgetBearing(db, record.id)
  for (const [position, { itemId, relation }] of rowsOf(record).entries())
    db.run(
      'INSERT INTO bearing (item_id, record_id, position, relation) VALUES (?, ?, ?, ?)',
      itemId,
      record.id,
      position,
      relation,
    )
}

export const forgetBearing = (db: Database, id: Id): void => {
  db.run('DELETE FROM bearing WHERE record_id = ?', id)
}

/** Claims and notes that are made on an item. */
export const readAbout = (db: Database, itemId: Id): Id[] =>
  hasBearing(db)
    ? db
        .all<{ id: Id }>(
          "SELECT DISTINCT record_id AS id FROM bearing WHERE item_id = ? AND relation = 'about' ORDER BY record_id",
          itemId,
        )
        .map(({ id }) => id)
    : []

export interface Bearing {
  /** Made on the item, or with evidence in it; the oldest first. */
  readonly claims: readonly Claim[]
  readonly notes: readonly Note[]
}

/** Every claim and every note that points at an item. */
export const readBearing = (db: Database, itemId: Id): Bearing => {
  const records = hasBearing(db)
    ? db
        .all<{ id: Id }>(
          `SELECT DISTINCT record.id, record.seq FROM bearing JOIN record ON record.id = bearing.record_id
            WHERE bearing.item_id = ? ORDER BY record.seq`,
          itemId,
        )
        .map(({ id }) => readRecord(db, id))
    : []
  return {
    claims: records.filter((record) => record?.kind === 'claim'),
    notes: records.filter((record) => record?.kind === 'note'),
  }
}

/** Items that a claim or a note points at. */
export const readItemsOf = (db: Database, recordId: Id): Id[] =>
  db
    .all<{ id: Id }>(
      'SELECT DISTINCT item_id AS id FROM bearing WHERE record_id = ? ORDER BY item_id',
      recordId,
    )
    .map(({ id }) => id)
