import type { Event } from '#shared/model/event'
import type { Sha256 } from '#shared/model/scalars'
import { canonicalJson, sha256Of } from '../../records/digest'
import type { Database } from '../database/types'
import { hasSeals } from './olderFormats'
import { eventColumns, toEvent, type StoredEvent } from './storedEvent'

/** An event with its number in the order of the archive. */
export interface PlacedEvent extends Event {
  readonly seq: number
  readonly local: boolean
}

interface SealedRow extends StoredEvent {
  readonly seq: number
  readonly seal: Sha256 | null
}

const placed = (row: SealedRow): PlacedEvent => ({ ...toEvent(row), seq: row.seq, local: row.local === 1 })

/** SHA-256 of the seal before and the event as RFC 8785 JSON, with its number: nothing can be put between two. */
const sealOf = (before: Sha256 | undefined, event: PlacedEvent): Sha256 =>
  sha256Of(`${before ?? ''}\n${canonicalJson(event)}`)

const slice = 1000

/** Seals each event that has no seal, in order: the one that was just stored, or all of an archive of an older format. */
export const sealEvents = (db: Database): void => {
  const last = db.get<{ seq: number; digest: Sha256 }>(
    'SELECT seq, digest FROM seal ORDER BY seq DESC LIMIT 1',
  )
  let before = last?.digest
  for (let after = last?.seq ?? 0; ;) {
    const rows = db.all<SealedRow>(
      `SELECT event.seq, ${eventColumns}, NULL AS seal FROM event WHERE seq > ? ORDER BY seq LIMIT ?`,
      after,
      slice,
    )
    for (const row of rows) {
      before = sealOf(before, placed(row))
      db.run('INSERT INTO seal (seq, digest) VALUES (?, ?)', row.seq, before)
      after = row.seq
    }
    if (rows.length < slice) return
  }
}

/** The first place at which the chain of all events is broken: the number that an event has, or should have. */
export interface SealFault {
  readonly seq: number
  /** The event at that place; absent where it was dropped. */
  readonly event?: PlacedEvent
  readonly fault: 'dropped' | 'inserted' | 'changed'
}

/** Reads every event with its seal, a slice at a time; undefined where all of them fit. */
export async function firstSealFault(
  db: Database,
  breathe: () => Promise<void>,
): Promise<SealFault | undefined> {
  if (!hasSeals(db)) return undefined
  const sealed = db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM seal')?.seq ?? 0
  let before: Sha256 | undefined
  let expected = 1
  for (;;) {
    const rows = db.all<SealedRow>(
      `SELECT event.seq, ${eventColumns}, seal.digest AS seal FROM event LEFT JOIN seal ON seal.seq = event.seq
        WHERE event.seq >= ? ORDER BY event.seq LIMIT ?`,
      expected,
      slice,
    )
    for (const row of rows) {
      const event = placed(row)
      if (row.seq !== expected) return { seq: expected, fault: 'dropped' }
      if (row.seal === null) return { seq: row.seq, event, fault: 'inserted' }
      if (row.seal !== sealOf(before, event)) return { seq: row.seq, event, fault: 'changed' }
      before = row.seal
      expected += 1
    }
    if (rows.length < slice) return expected <= sealed ? { seq: expected, fault: 'dropped' } : undefined
    await breathe()
  }
}
