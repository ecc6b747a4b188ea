import type { TrashKind } from '#shared/contract/trash'
import type { Id, Sha256 } from '#shared/model/scalars'
import { digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { storeChange } from './changes'
import { appendEvent, lastEvent } from './events'
import type { Emptied } from './emptied'
import { storeFact } from './facts'
import { createSlotPhotos, namedBy, type SlotPhotos } from './namedBy'
import { hasSeals } from './olderFormats'

type Place = 'removed' | 'withdrawn' | 'saved_search'

interface Doomed {
  readonly id: Id
  readonly kind: TrashKind
  readonly place: Place
}

/** What is destroyed together or not at all: what one merge removed, or one record. */
type Lot = readonly Doomed[]

/** Claims and notes name articles, these photos and references, and all of them sources: who names goes before the named. */
const order: readonly TrashKind[] = ['search', 'note', 'claim', 'article', 'photo', 'reference', 'source']

const lotsBefore = (db: Database, before: string): Lot[] => {
  const merged = db
    .all<{ members: string }>(
      `SELECT json_group_array(json_object('id', id, 'kind', kind, 'place', 'removed')) AS members FROM removed
        WHERE removed_at <= ? GROUP BY coalesce(merge_id, id)`,
      before,
    )
    .map(({ members }) => JSON.parse(members) as Lot)
  const withdrawn = db.all<Doomed>(
    `SELECT id, kind, 'withdrawn' AS place FROM withdrawn WHERE withdrawn_at <= ?
     UNION ALL SELECT id, 'search', 'saved_search' FROM saved_search WHERE removed_at <= ?`,
    before,
    before,
  )
  const rank = ([first]: Lot): number => (first ? order.indexOf(first.kind) : 0)
  return [...merged, ...withdrawn.map((one): Lot => [{ ...one }])].sort((a, b) => rank(a) - rank(b))
}

const isNamed = (db: Database, lot: Lot, slots: SlotPhotos): boolean => {
  const ids = new Set(lot.map(({ id }) => id))
  return lot.some(({ id, kind }) => namedBy(db, id, kind, slots).some((namer) => !ids.has(namer)))
}

/** Lets go of the bytes that nothing else needs; they are taken off the disk once this is durable. */
const releaseBytes = (db: Database, id: Id): void => {
  const needs = db.all<{ sha256: Sha256 }>('SELECT sha256 FROM need WHERE item_id = ?', id)
  db.run('DELETE FROM need WHERE item_id = ?', id)
  for (const { sha256 } of needs) {
    if (db.get('SELECT 1 AS found FROM need WHERE sha256 = ? LIMIT 1', sha256)) continue
    db.run('DELETE FROM original WHERE sha256 = ?', sha256)
    db.run('DELETE FROM reading WHERE sha256 = ?', sha256)
    db.run('INSERT OR IGNORE INTO unneeded (sha256) VALUES (?)', sha256)
  }
}

interface Deed {
  readonly at: string
  readonly actor: string
}

const destroy = (db: Database, { id, kind, place }: Doomed, { at, actor }: Deed): void => {
  db.run('INSERT OR REPLACE INTO destroyed (id, kind, at) VALUES (?, ?, ?)', id, kind, at)
  db.run('DELETE FROM version WHERE article_id = ?', id)
  db.run('DELETE FROM fingerprint WHERE item_id = ?', id)
  db.run('DELETE FROM different WHERE item_id = ?', id)
  releaseBytes(db, id)
  db.run(`DELETE FROM ${place} WHERE id = ?`, id)
  const digest = lastEvent(db, id)?.digest ?? lastEvent(db, id, true)?.digest ?? digestOf({ id })
  appendEvent(db, { itemId: id, at, actor, action: 'destroy', digest }, true)
  storeChange(db, id)
}

export interface Emptying {
  /** Records that this is about. */
  readonly total: number
  /** In one transaction: some of what is left; undefined where that was all. */
  readonly step: (deed: Deed) => Emptied | undefined
}

const lotsInOneStep = 20

/**
 * Destroys what was removed at this time or before, in steps. Nothing goes that something names, in the library or in the
 * trash: it stays where it is. What one merge removed goes together or not at all.
 */
export const beginEmptying = (db: Database, before: string): Emptying => {
  const lots = lotsBefore(db, before)
  const slots = createSlotPhotos(db)
  let next = 0
  return {
    total: lots.reduce((sum, lot) => sum + lot.length, 0),
    step: (deed) => {
      if (next >= lots.length) return undefined
      const some = lots.slice(next, next + lotsInOneStep)
      next += some.length
      return db.transaction(() => {
        let destroyed = 0
        for (const lot of some) {
          // Asked anew for each: what named it may have gone just now.
          if (!isStillThere(db, lot) || isNamed(db, lot, slots)) continue
          for (const one of lot) destroy(db, one, deed)
          destroyed += lot.length
        }
        if (destroyed > 0) storeFact(db, 'lastSaved', deed.at)
        return { destroyed, kept: some.flat().length - destroyed }
      })
    },
  }
}

/** What was restored since the list was made is left alone. */
const isStillThere = (db: Database, lot: Lot): boolean =>
  lot.every(({ id, place }) =>
    place === 'saved_search'
      ? db.get('SELECT 1 AS found FROM saved_search WHERE id = ? AND removed_at IS NOT NULL', id)
      : db.get(`SELECT 1 AS found FROM ${place} WHERE id = ?`, id),
  )

/** Bytes that wait to be taken off the disk. */
export const readUnneeded = (db: Database): Sha256[] =>
  hasSeals(db)
    ? db.all<{ sha256: Sha256 }>('SELECT sha256 FROM unneeded ORDER BY sha256').map(({ sha256 }) => sha256)
    : []

export const forgetUnneeded = (db: Database, sha256s: readonly Sha256[]): void =>
  db.transaction(() => {
    for (const sha256 of sha256s) db.run('DELETE FROM unneeded WHERE sha256 = ?', sha256)
  })
