import type { Event } from '#shared/model/event'
import type { RecordSet } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { chainsByItem } from '../../records/chainsByItem'
import { recordsIn, setOfRecords, type PackRecord } from '../../records/recordSets'
import { originalsOf } from '../../records/originalsOf'
import { pointsAt } from '../../records/pointsAt'

/** What of a pack is stored in one transaction. */
export interface PackSlice {
  readonly records: RecordSet
  readonly chains: readonly Event[]
}

/** Items of a slice: a transaction holds the core for one to two milliseconds for each, and for that of the disk. */
const mostItems = 12
/** Characters of a slice's articles, for those that are long. */
const mostCharacters = 60_000

const charactersOf = (record: PackRecord): number =>
  record.kind === 'article'
    ? record.versions.flatMap(({ passages }) => passages).reduce((all, { text }) => all + text.length, 0)
    : 0

/**
 * A pack's records in slices that can be stored one after another: whatever a record leans on is in its own slice or in
 * one before it, and so are its originals. Each record and each original is in one slice.
 */
export function* packSlices(
  fresh: RecordSet,
  chains: readonly Event[],
  items = mostItems,
): Generator<PackSlice> {
  const waiting = new Map<Id, PackRecord>(recordsIn(fresh).map((record) => [record.id, record]))
  const originals = new Map(fresh.originals.map((original) => [original.sha256, original]))
  const chainOf = chainsByItem(chains)
  let slice: PackRecord[] = []
  let characters = 0

  const take = (id: Id): void => {
    const record = waiting.get(id)
    if (!record) return
    waiting.delete(record.id)
    for (const other of pointsAt(record)) take(other)
    slice.push(record)
    characters += charactersOf(record)
  }
  const cut = (): PackSlice => {
    const records = slice
    slice = []
    characters = 0
    const needed = [...new Set(records.flatMap((record) => originalsOf(record)))]
    const taken = needed.flatMap((sha256) => originals.get(sha256) ?? [])
    for (const { sha256 } of taken) originals.delete(sha256)
    return {
      records: { ...setOfRecords(records), originals: taken },
      chains: records.flatMap(({ id }) => chainOf.get(id) ?? []),
    }
  }

  const order = [fresh.articles, fresh.photos, fresh.references, fresh.sources, fresh.claims, fresh.notes]
  for (const { id } of order.flat()) {
    take(id)
    if (slice.length >= items || characters >= mostCharacters) yield cut()
  }
  if (slice.length > 0) yield cut()
}
