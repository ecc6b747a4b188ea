import { CuttingsError } from '#shared/errors'
import { itemKind } from '#shared/model/kinds'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { storeFact } from './facts'
import { readRecord } from './readRecords'
import { readRemoval } from './removalOf'
import { removeRecord, restoreRecord } from './removals'
import { restoreSavedSearch } from './savedSearches'
import { readWithdrawn, restoreWithdrawn } from './withdrawals'

interface Deed {
  readonly at: string
  readonly actor: string
}

/** Moves items to the trash, all of them or none. Throws `not-found` where one is no item, or is there already. */
export const removeItems = (db: Database, ids: readonly Id[], deed: Deed): void =>
  db.transaction(() => {
    for (const id of new Set(ids)) {
      const record = readRemoval(db, id) ? undefined : readRecord(db, id)
      if (!record || record.kind === 'citation' || !itemKind.safeParse(record.kind).success)
        throw new CuttingsError('not-found', { what: 'item to remove' })
      removeRecord(db, record, deed)
    }
    storeFact(db, 'lastSaved', deed.at)
  })

const restoreOne = (db: Database, id: Id, deed: Deed): void => {
  if (readWithdrawn(db, id)) {
    restoreWithdrawn(db, id, deed)
    return
  }
  const removal = readRemoval(db, id)
  if (!removal) {
    restoreSavedSearch(db, id, deed)
    return
  }
  const record = readRecord(db, id)
  if (removal.mergeId !== undefined || !record || record.kind === 'citation')
    throw new CuttingsError('bad-input', { reason: 'what was merged comes back by undoing the merge' })
  restoreRecord(db, record, deed.at, deed.actor)
}

/** Brings back what was removed, as it was and where it was, all of it or nothing. Throws `not-found`. */
export const restoreFromTrash = (db: Database, ids: readonly Id[], deed: Deed): void =>
  db.transaction(() => {
    for (const id of new Set(ids)) restoreOne(db, id, deed)
    storeFact(db, 'lastSaved', deed.at)
  })
