import type { Citation } from '#shared/model/citation'
import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { canonicalJson, digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { storeChange } from './changes'
import { appendEvent } from './events'
import { storeRemovedFingerprints } from './fingerprints'
import type { StoredRecord } from './recordColumns'
import { bodyOf, storeRecord } from './storeRecord'

export interface Removing {
  readonly at: string
  readonly actor: string
  /** Absent where it was removed by itself. */
  readonly merged?: { readonly mergeId: Id; readonly into: Id }
}

const citationsOf = (record: StoredRecord): readonly Citation[] | undefined =>
  record.kind === 'article' ? record.citations : undefined

/** Moves a record into the trash, in a transaction of the caller. Its versions, needs and chain of custody stay. */
export const removeRecord = (db: Database, record: StoredRecord, { at, actor, merged }: Removing): void => {
  const citations = citationsOf(record)
  db.run(
    `INSERT INTO removed (seq, id, kind, title, added_at, removed_at, merge_id, merged_into, body, citations)
     SELECT seq, id, kind, title, added_at, ?, ?, ?, ?, ? FROM record WHERE id = ?`,
    at,
    merged?.mergeId ?? null,
    merged?.into ?? null,
    bodyOf(record),
    citations === undefined ? null : canonicalJson(citations),
    record.id,
  )
  db.run('DELETE FROM citing WHERE article_seq = (SELECT seq FROM record WHERE id = ?)', record.id)
  db.run('DELETE FROM citation WHERE article_id = ?', record.id)
  db.run('DELETE FROM source_name WHERE source_id = ?', record.id)
  db.run('DELETE FROM record WHERE id = ?', record.id)
  storeRemovedFingerprints(db, record)
  note(db, record, { at, actor, action: 'remove' })
}

interface RemovedRow {
  readonly seq: number
  readonly added_at: string
}

/** Brings a record back to its place in the order of adding, with all that is computed from it. */
export const restoreRecord = (db: Database, record: StoredRecord, at: string, actor: string): void => {
  const row = db.get<RemovedRow>('SELECT seq, added_at FROM removed WHERE id = ?', record.id)
  if (!row) throw new TypeError(`${record.id} is not in the trash`)
  db.run('DELETE FROM removed WHERE id = ?', record.id)
  storeRecord(db, record, row.added_at, row.seq)
  note(db, record, { at, actor, action: 'restore' })
}

/**
 * That an item went to the trash or came back is of this archive alone: its chain, which a pack carries, stays as it is,
 * because its record does.
 */
const note = (
  db: Database,
  record: AnyRecord,
  event: { readonly at: string; readonly actor: string; readonly action: 'remove' | 'restore' },
): void => {
  appendEvent(db, { ...event, itemId: record.id, digest: digestOf(record) }, true)
  storeChange(db, record.id)
}
