import { CuttingsError } from '#shared/errors'
import type { Event } from '#shared/model/event'
import type { Id } from '#shared/model/scalars'
import { sha256Of } from '../../records/digest'
import type { Database } from '../database/types'
import { articleJson, readParts } from './articleParts'
import { lastEvent } from './events'
import { hasBearing, hasTrash } from './olderFormats'
import { isRecordDamage } from './parseStored'

/** A record as RFC 8785 JSON, as its bytes lie in the catalogue, wherever in it; undefined where it is not there. */
export const heldJson = (db: Database, id: Id): string | undefined => {
  const row = db.get<{ kind: string; body: string }>(
    `SELECT kind, body FROM record WHERE id = ?1
     ${hasTrash(db) ? 'UNION ALL SELECT kind, body FROM removed WHERE id = ?1' : ''}
     ${hasBearing(db) ? 'UNION ALL SELECT kind, body FROM withdrawn WHERE id = ?1' : ''}`,
    id,
  )
  if (row?.kind !== 'article') return row?.body
  const parts = readParts(db, id)
  return parts && articleJson(id, parts)
}

const fits = (json: string | undefined, last: Event | undefined): boolean =>
  json !== undefined && last?.digest === sha256Of(json)

/**
 * What is built on a record that is not as its last event says would be sealed with it, and nobody could find it any more.
 * Throws `record-damaged`.
 */
export const assertIntact = (id: Id, json: string | undefined, last: Event): void => {
  if (!fits(json, last)) throw new CuttingsError('record-damaged', { id })
}

/** Whether a record is there, and as the last event of its chain says. */
export const isIntact = (db: Database, id: Id): boolean => {
  try {
    return fits(heldJson(db, id), lastEvent(db, id))
  } catch (error) {
    if (isRecordDamage(error)) return false
    throw error
  }
}
