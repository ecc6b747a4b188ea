import { canonicalJson } from '#core/records/digest'
import { recordsIn } from '#core/records/recordSets'
import type { Event } from '#shared/model/event'
import type { RecordSet } from '#shared/model/records'
import { compareText } from './compareText'

/** The records that have a chain of their own, by id. */
export const chainedRecords = (records: RecordSet): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>(recordsIn(records).map((record) => [record.id, record]))

/** An event's own fields and no other: what an archive keeps beside them (whether it is local) stays there. */
const plainEvent = (event: Event): Event => ({
  sequence: event.sequence,
  itemId: event.itemId,
  at: event.at,
  actor: event.actor,
  action: event.action,
  digest: event.digest,
  ...(event.previous === undefined ? {} : { previous: event.previous }),
})

/** The chains of the pack's records and of nothing else, in a fixed order. */
export const packEvents = (events: readonly Event[], records: RecordSet): Event[] => {
  const ids = chainedRecords(records)
  return events
    .filter((event) => ids.has(event.itemId))
    .map(plainEvent)
    .sort((a, b) => compareText(a.itemId, b.itemId) || a.sequence - b.sequence)
}

/** custody.jsonl: one event to a line, as RFC 8785 JSON, which is what the next event's `previous` is the digest of. */
export const custodyLines = (events: readonly Event[]): string =>
  events.map((event) => `${canonicalJson(event)}\n`).join('')
