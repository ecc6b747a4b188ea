import type { Original } from '#shared/model/original'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { originalsOf } from '../../records/originalsOf'
import type { Database } from '../database/types'
import { readOriginal, readRecord } from './readRecords'

/** Ids of the records that a record points at. */
const pointedAt = (record: AnyRecord): (Id | undefined)[] => {
  switch (record.kind) {
    case 'article':
      return [
        record.basedOn,
        ...record.versions.flatMap((version) => version.slots.map((slot) => slot.photoId)),
        ...record.citations.flatMap((citation) => [citation.sourceId, citation.referenceId]),
      ]
    case 'reference':
      return [record.sourceId]
    case 'citation':
      return [record.articleId]
    case 'photo':
    case 'source':
      return []
  }
}

const itemIds = (db: Database): Id[] =>
  db.all<{ id: Id }>('SELECT id FROM record WHERE item = 1').map(({ id }) => id)

const collect = (db: Database, ids: readonly Id[]): AnyRecord[] => {
  const found = new Map<Id, AnyRecord>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    const record = readRecord(db, id)
    if (!record) continue
    found.set(id, record)
    waiting.push(...pointedAt(record).filter((pointed) => pointed !== undefined))
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const isOriginal = (original: Original | undefined): original is Original => original !== undefined

/** Sorted by id and address: the same for the same records in any archive, whatever the order in which they came. */
export const readRecordSet = (db: Database, ids: readonly Id[] = itemIds(db)): RecordSet => {
  const records = collect(db, ids)
  const addresses = [...new Set(records.flatMap(originalsOf))].sort()
  return {
    articles: records.filter((record) => record.kind === 'article'),
    photos: records.filter((record) => record.kind === 'photo'),
    references: records.filter((record) => record.kind === 'reference'),
    sources: records.filter((record) => record.kind === 'source'),
    originals: addresses.map((sha256) => readOriginal(db, sha256)).filter(isOriginal),
  }
}
