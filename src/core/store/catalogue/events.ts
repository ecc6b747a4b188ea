import type { Event, EventAction } from '#shared/model/event'
import type { Id } from '#shared/model/scalars'
import { digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { sealEvents } from './seals'
import { eventColumns, eventTarget, toEvent, type StoredEvent } from './storedEvent'

export const readEvents = (db: Database, itemId: Id, local: boolean): (Event & { local: boolean })[] =>
  db
    .all<StoredEvent>(
      `SELECT ${eventColumns} FROM event WHERE item_id = ? AND local <= ? ORDER BY seq`,
      itemId,
      local ? 1 : 0,
    )
    .map((stored) => ({ ...toEvent(stored), local: stored.local === 1 }))

/** The chain that a pack carries. */
export const readChain = (db: Database, itemId: Id): Event[] =>
  readEvents(db, itemId, false).map(({ local: _local, ...event }) => event)

export const lastEvent = (db: Database, itemId: Id, local = false): Event | undefined => {
  const stored = db.get<StoredEvent>(
    `SELECT ${eventColumns} FROM event WHERE item_id = ? AND local = ? ORDER BY sequence DESC LIMIT 1`,
    itemId,
    local ? 1 : 0,
  )
  return stored && toEvent(stored)
}

export const storeEvent = (db: Database, event: Event, local: boolean): void => {
  db.run(
    `INSERT INTO ${eventTarget} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    event.itemId,
    local ? 1 : 0,
    event.sequence,
    event.at,
    event.actor,
    event.action,
    event.digest,
    event.previous ?? null,
  )
  sealEvents(db)
}

/** The next link of an item's chain. Local events of this archive have a chain of their own beside it. */
export const appendEvent = (
  db: Database,
  event: Pick<Event, 'itemId' | 'at' | 'actor' | 'action' | 'digest'>,
  local: boolean,
): void => {
  const last = lastEvent(db, event.itemId, local)
  const link = last ? { sequence: last.sequence + 1, previous: digestOf(last) } : { sequence: 1 }
  storeEvent(db, { ...event, ...link }, local)
}

/** Whether the archive itself or an item has a local event of this kind. */
export const hasEvent = (db: Database, itemId: Id, action: EventAction): boolean =>
  db.get('SELECT 1 AS found FROM event WHERE item_id = ? AND action = ? LIMIT 1', itemId, action) !==
  undefined
