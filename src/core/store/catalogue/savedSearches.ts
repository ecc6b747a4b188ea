import { CuttingsError } from '#shared/errors'
import type { EventAction } from '#shared/model/event'
import { savedSearch, type SavedSearch } from '#shared/model/savedSearch'
import type { Id } from '#shared/model/scalars'
import { canonicalJson, digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { storeChange } from './changes'
import { appendEvent } from './events'
import { storeFact } from './facts'
import { foldName } from './foldName'
import { hasSavedSearches } from './olderFormats'

/** An archive holds so many at most: each is counted whenever the archive changes. */
export const mostSaved = 500

interface Stored {
  readonly body: string
  readonly removed_at: string | null
}

const toSearch = ({ body }: Pick<Stored, 'body'>): SavedSearch => savedSearch.parse(JSON.parse(body))

/** Those that are there, by name. */
export const readSavedSearches = (db: Database): SavedSearch[] =>
  hasSavedSearches(db)
    ? db
        .all<Stored>('SELECT body FROM saved_search WHERE removed_at IS NULL ORDER BY name_key, seq')
        .map(toSearch)
    : []

/** One that is there, or one that was removed; throws `not-found`. */
const find = (db: Database, id: Id, removed: boolean): SavedSearch => {
  const stored = db.get<Stored>('SELECT body, removed_at FROM saved_search WHERE id = ?', id)
  if (!stored || (stored.removed_at !== null) !== removed)
    throw new CuttingsError('not-found', { what: 'saved search' })
  return toSearch(stored)
}

const mustBeFree = (db: Database, { id, name }: SavedSearch): void => {
  const taken = db.get<{ id: Id }>(
    'SELECT id FROM saved_search WHERE name_key = ? AND removed_at IS NULL AND id <> ?',
    foldName(name),
    id,
  )
  if (taken) throw new CuttingsError('name-taken', { name })
}

const mustHaveRoom = (db: Database): void => {
  const held =
    db.get<{ n: number }>('SELECT count(*) AS n FROM saved_search WHERE removed_at IS NULL')?.n ?? 0
  if (held >= mostSaved)
    throw new CuttingsError('unavailable', { reason: `an archive holds at most ${mostSaved} saved searches` })
}

interface Deed {
  readonly actor: string
  readonly at: string
}

/** It is of this archive alone, and so are its events. The revision grows: pages look again, and a backup is due. */
const note = (db: Database, search: SavedSearch, action: EventAction, { actor, at }: Deed): void => {
  appendEvent(db, { itemId: search.id, at, actor, action, digest: digestOf(search) }, true)
  storeChange(db, search.id)
  storeFact(db, 'lastSaved', at)
}

/** A new one, or another state of one that is there. Throws `name-taken`, and `not-found` where it was removed. */
export const storeSavedSearch = (db: Database, search: SavedSearch, deed: Deed): void =>
  db.transaction(() => {
    mustBeFree(db, search)
    const values = [foldName(search.name), canonicalJson(search), search.id] as const
    const isHeld = db.get('SELECT 1 AS held FROM saved_search WHERE id = ?', search.id) !== undefined
    if (isHeld) {
      find(db, search.id, false)
      db.run('UPDATE saved_search SET name_key = ?, body = ? WHERE id = ?', ...values)
    } else {
      mustHaveRoom(db)
      db.run('INSERT INTO saved_search (name_key, body, id) VALUES (?, ?, ?)', ...values)
    }
    note(db, search, 'edit', deed)
  })

/** Takes it out of the list; its name is free. Throws `not-found`. */
export const removeSavedSearch = (db: Database, id: Id, deed: Deed): void =>
  db.transaction(() => {
    const search = find(db, id, false)
    db.run('UPDATE saved_search SET removed_at = ? WHERE id = ?', deed.at, id)
    note(db, search, 'remove', deed)
  })

/** Brings a removed one back as it was. Throws `not-found`, and `name-taken` where its name was given away meanwhile. */
export const restoreSavedSearch = (db: Database, id: Id, deed: Deed): SavedSearch =>
  db.transaction(() => {
    const search = find(db, id, true)
    mustBeFree(db, search)
    mustHaveRoom(db)
    db.run('UPDATE saved_search SET removed_at = NULL WHERE id = ?', id)
    note(db, search, 'restore', deed)
    return search
  })
