import type { Version } from '#shared/model/article'
import type { Id } from '#shared/model/scalars'
import { canonicalJson, digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import { storeChange } from './changes'
import { lastEvent } from './events'
import { isIntact } from './intact'
import type { StoredRecord } from './recordColumns'
import { bodyOf, storeRecord } from './storeRecord'

interface Guard {
  readonly name: string
  readonly sql: string
}

/** A step for which versions may be changed. It stands in a transaction of the caller: the guards are back with its end. */
const withoutGuards = (db: Database, step: () => void): void => {
  const guards = db.all<Guard>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'version'",
  )
  for (const { name } of guards) db.run(`DROP TRIGGER ${name}`)
  step()
  for (const { sql } of guards) db.run(sql)
}

const putVersion = (db: Database, articleId: Id, position: number, version: Version): void => {
  db.run('DELETE FROM version WHERE article_id = ? AND position = ?', articleId, position)
  db.run(
    'INSERT INTO version (id, article_id, position, number, body) VALUES (?, ?, ?, ?, ?)',
    version.id,
    articleId,
    position,
    version.number,
    canonicalJson(version),
  )
}

const put = (db: Database, record: StoredRecord, addedAt: string): void => {
  const isRemoved = db.get('SELECT 1 AS found FROM removed WHERE id = ?', record.id) !== undefined
  const isWithdrawn = db.get('SELECT 1 AS found FROM withdrawn WHERE id = ?', record.id) !== undefined
  if (record.kind === 'article')
    for (const [position, version] of record.versions.entries()) putVersion(db, record.id, position, version)
  if (isWithdrawn) db.run('UPDATE withdrawn SET body = ? WHERE id = ?', bodyOf(record), record.id)
  else if (isRemoved) {
    const citations = record.kind === 'article' ? canonicalJson(record.citations) : null
    db.run('UPDATE removed SET body = ?, citations = ? WHERE id = ?', bodyOf(record), citations, record.id)
  } else storeRecord(db, record, addedAt)
}

/**
 * Puts a record that is damaged, or that went without a word, back as the last event of its chain says: by its digest, no
 * other is taken. Answers whether this was it. It is no event: the chain goes on from where it is.
 */
export const healRecord = (db: Database, record: StoredRecord, addedAt: string): boolean =>
  db.transaction(() => {
    if (isIntact(db, record.id) || lastEvent(db, record.id)?.digest !== digestOf(record)) return false
    withoutGuards(db, () => put(db, record, addedAt))
    storeChange(db, record.id)
    return true
  })
