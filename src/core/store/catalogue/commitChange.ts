import { CuttingsError } from '#shared/errors'
import type { Event } from '#shared/model/event'
import type { Id } from '#shared/model/scalars'
import { chainsByItem } from '../../records/chainsByItem'
import { checkChain, digestOf } from '../../records/digest'
import { recordsIn } from '../../records/recordSets'
import { titleOf } from '../../records/titleOf'
import type { Database } from '../database/types'
import type { Change } from '../types'
import { currentRevision, storeChange } from './changes'
import { forgetDestroyed, isDestroyed } from './destroyed'
import { appendEvent, lastEvent, readChain, storeEvent } from './events'
import { storeFact } from './facts'
import { assertIntact, heldJson } from './intact'
import { readRemoval } from './removalOf'
import type { StoredRecord } from './recordColumns'
import { storeOriginal, storeRecord } from './storeRecord'
import { readWithdrawn } from './withdrawals'

/**
 * One transaction: originals' rows, records, events, and what search has to index. A record that is held already with
 * the same content is left alone and gets no event. Returns the revision after it.
 */
export const commitChange = (db: Database, change: Change, at: string): number =>
  db.transaction(() => {
    const before = currentRevision(db)
    for (const original of change.records.originals) storeOriginal(db, original)
    const chains = chainsByItem(change.chains ?? [])
    for (const record of recordsIn(change.records))
      commitRecord(db, { change, record, chain: chains.get(record.id), at })
    const after = currentRevision(db)
    if (after > before || change.records.originals.length > 0) storeFact(db, 'lastSaved', at)
    return after
  })

interface RecordCommit {
  readonly change: Pick<Change, 'action' | 'actor'>
  readonly record: StoredRecord
  readonly chain?: readonly Event[] | undefined
  readonly at: string
}

/** One record of a change, in a transaction of the caller. What is in the trash is not edited there. */
export const commitRecord = (db: Database, { change, record, chain, at }: RecordCommit): void => {
  const digest = digestOf(record)
  const last = lastEvent(db, record.id)
  const returns = isDestroyed(db, record.id)
  if (last?.digest === digest && !returns) return
  if (last && (readRemoval(db, record.id) ?? readWithdrawn(db, record.id)))
    throw new CuttingsError('conflict', { title: titleOf(record) })
  if (last && !returns) assertIntact(record.id, heldJson(db, record.id), last)
  const event = { itemId: record.id, at, actor: change.actor, action: change.action, digest }
  if (returns) forgetDestroyed(db, record.id)
  storeRecord(db, record, at)
  const held = last ? readChain(db, record.id) : []
  const fits = chain !== undefined && (!last || goesOn(chain, held))
  if (fits) storeChain(db, record, chain, held.length)
  appendEvent(db, event, fits)
  for (const id of shownBy(db, record, last !== undefined)) storeChange(db, id)
  storeChange(db, record.id)
}

/** The links of a chain that came with a pack and are not held; a chain that does not fit its record is refused. */
const storeChain = (db: Database, record: StoredRecord, chain: readonly Event[], held: number): void => {
  const fault = checkChain(chain, record)
  if (fault)
    throw new CuttingsError('pack-changed', { reason: `the chain of custody of ${record.id} does not fit` })
  for (const event of chain.slice(held)) storeEvent(db, event, false)
}

/** Whether a chain goes on from the one that is held. */
const goesOn = (chain: readonly Event[], held: readonly Event[]): boolean =>
  chain.length >= held.length && held.every((event, index) => digestOf(event) === digestOf(chain[index]))

/** Items that show something of a record, so that search reads them again: names of edited sources, notes. */
const shownBy = (db: Database, record: StoredRecord, isEdit: boolean): Id[] => {
  if (record.kind === 'source') return isEdit ? citingArticles(db, record.id) : []
  return record.kind === 'note' ? [record.target.itemId] : []
}

const citingArticles = (db: Database, sourceId: Id): Id[] =>
  db
    .all<{ id: Id }>('SELECT DISTINCT article_id AS id FROM citation WHERE source_id = ?', sourceId)
    .map(({ id }) => id)
