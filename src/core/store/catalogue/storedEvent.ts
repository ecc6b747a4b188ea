import type { Event, EventAction } from '#shared/model/event'
import type { Id, Sha256 } from '#shared/model/scalars'

/** A row of the table of events, as `eventColumns` asks for it. */
export interface StoredEvent {
  readonly item_id: Id
  readonly local: number
  readonly sequence: number
  readonly at: string
  readonly actor: string
  readonly action: EventAction
  readonly digest: Sha256
  readonly previous: Sha256 | null
}

const columns = ['item_id', 'local', 'sequence', 'at', 'actor', 'action', 'digest', 'previous']

export const eventColumns = columns.map((column) => `event.${column}`).join(', ')

/** The same, to be written. */
export const eventTarget = `event (${columns.join(', ')})`

export const toEvent = (stored: StoredEvent): Event => ({
  sequence: stored.sequence,
  itemId: stored.item_id,
  at: stored.at,
  actor: stored.actor,
  action: stored.action,
  digest: stored.digest,
  ...(stored.previous === null ? {} : { previous: stored.previous }),
})
