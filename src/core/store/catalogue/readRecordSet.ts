import type { Original } from '#shared/model/original'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { originalsOf } from '../../records/originalsOf'
import { pointsAt } from '../../records/pointsAt'
import { setOfRecords } from '../../records/recordSets'
import type { Database } from '../database/types'
import { readAbout } from './bearing'
import { readOriginal, readRecord } from './readRecords'

/** All that stands for itself; what only others lean on, the sources, comes with them. */
const standingIds = (db: Database): Id[] =>
  db.all<{ id: Id }>("SELECT id FROM record WHERE item = 1 OR kind IN ('claim', 'note')").map(({ id }) => id)

const collect = (db: Database, ids: readonly Id[]): AnyRecord[] => {
  const found = new Map<Id, AnyRecord>()
  // What is said about these goes with them; what is said about what they lean on does not.
  const waiting = ids.flatMap((id) => [id, ...readAbout(db, id)])
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    const record = readRecord(db, id)
    if (!record) continue
    found.set(id, record)
    waiting.push(...pointsAt(record))
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const isOriginal = (original: Original | undefined): original is Original => original !== undefined

/** Sorted by id and address: the same for the same records in any archive, whatever the order in which they came. */
export const readRecordSet = (db: Database, ids: readonly Id[] = standingIds(db)): RecordSet => {
  const records = collect(db, ids)
  const addresses = [...new Set(records.flatMap(originalsOf))].sort()
  return {
    ...setOfRecords(records),
    originals: addresses.map((sha256) => readOriginal(db, sha256)).filter(isOriginal),
  }
}
