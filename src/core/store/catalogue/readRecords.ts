import type { Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import type { Original } from '#shared/model/original'
import type { AnyRecord } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasTrash } from './olderFormats'

interface Body {
  readonly body: string
}

/**
 * A body as it was stored. It was validated on its way in, and its bytes are covered by the digest of the record's last
 * event, so that it is not validated again for each list.
 */
const parseBody = <T>(row: Body): T => JSON.parse(row.body) as T

/** Also a record that is in the trash: what points at it must find it. */
export const readRecord = (db: Database, id: Id): AnyRecord | undefined => {
  const row = db.get<Body & { kind: string }>('SELECT kind, body FROM record WHERE id = ?', id)
  if (!row) return readCitation(db, id) ?? (hasTrash(db) ? readRemoved(db, id) : undefined)
  if (row.kind !== 'article') return parseBody<AnyRecord>(row)
  return {
    ...parseBody<Extract<AnyRecord, { kind: 'article' }>>(row),
    versions: readVersions(db, id),
    citations: readCitations(db, id),
  }
}

interface RemovedBody extends Body {
  readonly kind: string
  readonly citations: string | null
}

/** A record in the trash, as whole as it was. */
const readRemoved = (db: Database, id: Id): AnyRecord | undefined => {
  const row = db.get<RemovedBody>('SELECT kind, body, citations FROM removed WHERE id = ?', id)
  if (row?.kind !== 'article') return row && parseBody<AnyRecord>(row)
  return {
    ...parseBody<Extract<AnyRecord, { kind: 'article' }>>(row),
    versions: readVersions(db, id),
    citations: JSON.parse(row.citations ?? '[]') as Citation[],
  }
}

const readCitation = (db: Database, id: Id): Citation | undefined => {
  const row = db.get<Body>('SELECT body FROM citation WHERE id = ?', id)
  return row && parseBody<Citation>(row)
}

export const readVersions = (db: Database, articleId: Id): Version[] =>
  db
    .all<Body>('SELECT body FROM version WHERE article_id = ? ORDER BY position', articleId)
    .map((row) => parseBody<Version>(row))

const readCitations = (db: Database, articleId: Id): Citation[] =>
  db
    .all<Body>('SELECT body FROM citation WHERE article_id = ? ORDER BY position', articleId)
    .map((row) => parseBody<Citation>(row))

export const readOriginal = (db: Database, sha256: Sha256): Original | undefined => {
  const row = db.get<Body>('SELECT body FROM original WHERE sha256 = ?', sha256)
  return row && parseBody<Original>(row)
}

export const readOriginals = (db: Database): Original[] =>
  db.all<Body>('SELECT body FROM original ORDER BY sha256').map((row) => parseBody<Original>(row))
