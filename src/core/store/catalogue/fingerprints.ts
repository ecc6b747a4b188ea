import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { Fingerprint } from '../../likeness/fingerprintsOf'
import { fingerprintsOf } from '../../likeness/fingerprintsOf'
import { bandsOf, likenessOf, signatureFrom } from '../../likeness/minHash'
import type { Database } from '../database/types'
import { readFact, storeFact } from './facts'
import { isIntact } from './intact'
import { readRecord } from './readRecords'
import { keptFor, readRemoval } from './removalOf'
import { hasTrash } from './olderFormats'

/** Grows when fingerprints are computed otherwise: those of older records are then made anew. */
const generation = '1'

export const storeFingerprints = (db: Database, record: AnyRecord): void => {
  db.run('DELETE FROM fingerprint WHERE item_id = ?', record.id)
  for (const { kind, value } of fingerprintsOf(record))
    db.run(
      'INSERT OR IGNORE INTO fingerprint (kind, value, item_id) VALUES (?, ?, ?)',
      kind,
      value,
      record.id,
    )
}

/** Of a removed record only its content stays known, so that it does not come in a second time. */
export const storeRemovedFingerprints = (db: Database, record: AnyRecord): void => {
  db.run(`DELETE FROM fingerprint WHERE item_id = ? AND kind <> 'content'`, record.id)
}

const held = `SELECT fingerprint.item_id AS id FROM fingerprint JOIN record ON record.id = fingerprint.item_id
  WHERE fingerprint.kind = ? AND fingerprint.value = ? ORDER BY record.seq`

const heldOnce = `SELECT removed.id FROM fingerprint JOIN removed ON removed.id = fingerprint.item_id
  WHERE fingerprint.kind = ? AND fingerprint.value = ? ORDER BY removed.seq`

/**
 * Items with this fingerprint, those that were added first before others; where none is held, those into which one was
 * merged.
 */
export const itemsWith = (db: Database, { kind, value }: Fingerprint): Id[] => {
  const ids = db.all<{ id: Id }>(held, kind, value).map(({ id }) => id)
  if (ids.length > 0 || kind !== 'content' || !hasTrash(db)) return ids
  return [...new Set(db.all<{ id: Id }>(heldOnce, kind, value).map(({ id }) => keptFor(db, id)))]
}

export interface Alike {
  readonly id: Id
  readonly title: string
  /** Share of the wording in common, 0 to 1. */
  readonly likeness: number
}

/** Candidates of one band that are looked at: a text that half the archive shares is told by the first of them. */
const mostOfBand = 50

/** Articles whose text has at least this share of its wording in common with a signature, the nearest first. */
export const articlesLike = (db: Database, signature: Uint32Array, least: number): Alike[] => {
  const candidates = new Set<Id>()
  for (const band of bandsOf(signature))
    for (const { id } of db.all<{ id: Id }>(
      `SELECT item_id AS id FROM fingerprint WHERE kind = 'band' AND value = ? LIMIT ?`,
      band,
      mostOfBand,
    ))
      candidates.add(id)
  return [...candidates]
    .flatMap((id) => {
      const row = db.get<{ value: string; title: string }>(
        `SELECT fingerprint.value, record.title FROM fingerprint JOIN record ON record.id = fingerprint.item_id
          WHERE fingerprint.item_id = ? AND fingerprint.kind = 'text'`,
        id,
      )
      if (!row) return []
      const likeness = likenessOf(signature, signatureFrom(row.value))
      return likeness >= least ? [{ id, title: row.title, likeness }] : []
    })
    .sort((a, b) => b.likeness - a.likeness)
}

/** Makes the fingerprints of all records, where they were computed otherwise or not at all. */
export const refreshFingerprints = (db: Database): void => {
  if (readFact(db, 'fingerprints') === generation) return
  db.transaction(() => {
    db.run('DELETE FROM fingerprint')
    for (const { id } of db.all<{ id: Id }>('SELECT id FROM record UNION ALL SELECT id FROM removed')) {
      // What is damaged is told by verify; it has no likeness until it is put back, and hinders no opening.
      const record = isIntact(db, id) ? readRecord(db, id) : undefined
      if (record) storeFingerprints(db, record)
      if (record && readRemoval(db, id)) storeRemovedFingerprints(db, record)
    }
    storeFact(db, 'fingerprints', generation)
  })
}
