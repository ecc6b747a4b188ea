import { CuttingsError } from '#shared/errors'
import type { Claim } from '#shared/model/claim'
import type { EventAction } from '#shared/model/event'
import type { Note } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import { digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { forgetBearing, readItemsOf } from './bearing'
import { storeChange } from './changes'
import { appendEvent } from './events'
import { storeFact } from './facts'
import { hasBearing } from './olderFormats'
import { parseStored } from './parseStored'
import { readRecord } from './readRecords'
import { bodyOf, storeRecord } from './storeRecord'

/** A claim or a note that was withdrawn, as it was; undefined where it is there, or never was. */
export const readWithdrawn = (db: Database, id: Id): Claim | Note | undefined => {
  const row = hasBearing(db)
    ? db.get<Pick<WithdrawnRow, 'body'>>('SELECT body FROM withdrawn WHERE id = ?', id)
    : undefined
  return row && parseStored<Claim | Note>(row.body, id)
}

interface Deed {
  readonly actor: string
  readonly at: string
}

interface WithdrawnRow {
  readonly seq: number
  readonly added_at: string
  readonly body: string
}

const note = (db: Database, record: Claim | Note, action: EventAction, { actor, at }: Deed): void => {
  appendEvent(db, { itemId: record.id, at, actor, action, digest: digestOf(record) }, true)
  storeChange(db, record.id)
  storeFact(db, 'lastSaved', at)
}

/** Takes a claim or a note out, whole, until it is restored. Throws `not-found`. */
export const withdraw = (db: Database, id: Id, deed: Deed): void =>
  db.transaction(() => {
    const record = readRecord(db, id)
    if (record?.kind !== 'claim' && record?.kind !== 'note')
      throw new CuttingsError('not-found', { what: 'claim or note' })
    const items = readItemsOf(db, id)
    db.run(
      `INSERT INTO withdrawn (seq, id, kind, added_at, withdrawn_at, body)
       SELECT seq, id, kind, added_at, ?, ? FROM record WHERE id = ?`,
      deed.at,
      bodyOf(record),
      id,
    )
    db.run('DELETE FROM record WHERE id = ?', id)
    forgetBearing(db, id)
    note(db, record, 'remove', deed)
    for (const item of items) storeChange(db, item)
  })

/** Brings back one that was withdrawn, as it was and where it was. Throws `not-found`. */
export const restoreWithdrawn = (db: Database, id: Id, deed: Deed): Claim | Note =>
  db.transaction(() => {
    const row = db.get<WithdrawnRow>('SELECT seq, added_at, body FROM withdrawn WHERE id = ?', id)
    if (!row) throw new CuttingsError('not-found', { what: 'claim or note' })
    const record = parseStored<Claim | Note>(row.body, id)
    db.run('DELETE FROM withdrawn WHERE id = ?', id)
    storeRecord(db, record, row.added_at, row.seq)
    note(db, record, 'restore', deed)
    for (const item of readItemsOf(db, id)) storeChange(db, item)
    return record
  })
