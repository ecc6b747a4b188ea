import type { Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import type { Original } from '#shared/model/original'
import type { AnyRecord } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasTrash } from './olderFormats'
import { parseStored } from './parseStored'

interface Body {
  readonly body: string
}

/** Also a record that is in the trash: what points at it must find it. Throws `record-damaged`, as all of these do. */
export const readRecord = (db: Database, id: Id): AnyRecord | undefined => {
  const row = db.get<Body & { kind: string }>('SELECT kind, body FROM record WHERE id = ?', id)
  if (!row) return readCitation(db, id) ?? (hasTrash(db) ? readRemoved(db, id) : undefined)
  if (row.kind !== 'article') return parseStored<AnyRecord>(row.body, id)
  return {
    ...parseStored<Extract<AnyRecord, { kind: 'article' }>>(row.body, id),
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
  if (row?.kind !== 'article') return row && parseStored<AnyRecord>(row.body, id)
  return {
    ...parseStored<Extract<AnyRecord, { kind: 'article' }>>(row.body, id),
    versions: readVersions(db, id),
    citations: parseStored<Citation[]>(row.citations ?? '[]', id),
  }
}

const readCitation = (db: Database, id: Id): Citation | undefined => {
  const row = db.get<Body>('SELECT body FROM citation WHERE id = ?', id)
  return row && parseStored<Citation>(row.body, id)
}

export const readVersions = (db: Database, articleId: Id): Version[] =>
  db
    .all<Body>('SELECT body FROM version WHERE article_id = ? ORDER BY position', articleId)
    .map(({ body }) => parseStored<Version>(body, articleId))

const readCitations = (db: Database, articleId: Id): Citation[] =>
  db
    .all<Body>('SELECT body FROM citation WHERE article_id = ? ORDER BY position', articleId)
    .map(({ body }) => parseStored<Citation>(body, articleId))

export const readOriginal = (db: Database, sha256: Sha256): Original | undefined => {
  const row = db.get<Body>('SELECT body FROM original WHERE sha256 = ?', sha256)
  return row && parseStored<Original>(row.body, sha256)
}

/** An original as it is needed; of one whose row is damaged, what stands beside its body. */
export interface NeededOriginal extends Original {
  readonly rowIsDamaged?: true
}

type OriginalRow = Body & Pick<Original, 'sha256' | 'bytes' | 'mediaType'>

export const readOriginals = (db: Database): NeededOriginal[] =>
  db
    .all<OriginalRow>('SELECT sha256, bytes, media_type AS mediaType, body FROM original ORDER BY sha256')
    .map(({ body, ...columns }) => {
      try {
        return parseStored<Original>(body, columns.sha256)
      } catch {
        // Its bytes may be whole all the same, and are looked for by their hash.
        return { ...columns, names: [], rowIsDamaged: true }
      }
    })
