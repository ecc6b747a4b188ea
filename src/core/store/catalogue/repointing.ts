import type { Citation } from '#shared/model/citation'
import type { Id, Sha256 } from '#shared/model/scalars'
import { canonicalJson, sha256Of } from '../../records/digest'
import type { Database } from '../database/types'
import { storeChange } from './changes'
import { appendEvent, lastEvent } from './events'

/** What names a source: a citation, a reference, or evidence of a claim. Only a citation has words as printed. */
export interface Pointer {
  readonly id: Id
  readonly sourceId?: Id | undefined
  readonly literal?: string
}

/** Which source a pointer is to name; undefined where it stays as it is. */
export type Target = (pointer: Pointer) => Id | undefined

/** A pointer that names another source than before. */
export interface Moved {
  readonly id: Id
  readonly from: Id
  readonly to: Id
}

/** An article whose citations are to name other sources: all that takes time, done before it is stored. */
export interface Repointing {
  readonly articleId: Id
  /** Of the article as it was read: another one means that it has to be read again. */
  readonly before: Sha256
  readonly after: Sha256
  readonly citations: readonly Citation[]
  readonly moved: readonly Moved[]
}

interface ArticleParts {
  readonly body: string
  readonly versions: readonly string[]
  readonly citations: readonly Citation[]
}

const bodies = (db: Database, sql: string, id: Id): string[] =>
  db.all<{ body: string }>(sql, id).map(({ body }) => body)

/** Also of an article in the trash: it comes back as it would be now. */
const readParts = (db: Database, id: Id): ArticleParts | undefined => {
  const versions = bodies(db, 'SELECT body FROM version WHERE article_id = ? ORDER BY position', id)
  const [body] = bodies(db, 'SELECT body FROM record WHERE id = ?', id)
  if (body !== undefined) {
    const stored = bodies(db, 'SELECT body FROM citation WHERE article_id = ? ORDER BY position', id)
    return { body, versions, citations: stored.map((one) => JSON.parse(one) as Citation) }
  }
  const removed = db.get<{ body: string; citations: string }>(
    `SELECT body, coalesce(citations, '[]') AS citations FROM removed WHERE id = ?`,
    id,
  )
  return removed && { ...removed, versions, citations: JSON.parse(removed.citations) as Citation[] }
}

/**
 * The record as RFC 8785 JSON. Versions are put in as they stand in the catalogue, where they are such JSON already: they
 * are most of an article, and none of it changes.
 */
const articleJson = ({ body, versions, citations }: ArticleParts): string => {
  const fields = JSON.parse(body) as Record<string, unknown>
  const parts = new Map(Object.entries(fields).map(([name, value]) => [name, canonicalJson(value)]))
  parts.set('versions', `[${versions.join(',')}]`)
  parts.set('citations', canonicalJson(citations))
  const members = [...parts.keys()].sort().map((name) => `${JSON.stringify(name)}:${parts.get(name) ?? ''}`)
  return `{${members.join(',')}}`
}

/** Undefined where nothing of the article is to change. Its literals stay as they are. */
export const prepareRepointing = (db: Database, articleId: Id, target: Target): Repointing | undefined => {
  const parts = readParts(db, articleId)
  const before = lastEvent(db, articleId)?.digest
  if (!parts || before === undefined) return undefined
  const moved: Moved[] = []
  const citations = parts.citations.map((citation) => {
    const to = target(citation)
    if (to === undefined || citation.sourceId === undefined || to === citation.sourceId) return citation
    moved.push({ id: citation.id, from: citation.sourceId, to })
    return { ...citation, sourceId: to }
  })
  if (moved.length === 0) return undefined
  const after = sha256Of(articleJson({ ...parts, citations }))
  return { articleId, before, after, citations, moved }
}

interface Deed {
  readonly at: string
  readonly actor: string
}

/** Stores it, in a transaction of the caller: what is known of the article but its citations stays as it is. */
export const storeRepointing = (db: Database, repointing: Repointing, { at, actor }: Deed): void => {
  const { articleId, after, citations, moved } = repointing
  const row = db.get<{ seq: number }>('SELECT seq FROM record WHERE id = ?', articleId)
  if (row) {
    const byId = new Map(citations.map((citation) => [citation.id, citation]))
    for (const { id, to } of moved) {
      const body = canonicalJson(byId.get(id))
      db.run('UPDATE citation SET source_id = ?, body = ? WHERE id = ?', to, body, id)
      db.run('UPDATE citing SET source_id = ? WHERE article_seq = ? AND citation_id = ?', to, row.seq, id)
    }
  } else db.run('UPDATE removed SET citations = ? WHERE id = ?', canonicalJson(citations), articleId)
  appendEvent(db, { itemId: articleId, at, actor, action: 'edit', digest: after }, false)
  storeChange(db, articleId)
}

/** Articles with citations of a source, those in the trash last. */
export const articlesCiting = (db: Database, sourceId: Id): Id[] =>
  db
    .all<{ id: Id }>(
      `SELECT DISTINCT article_id AS id FROM citation WHERE source_id = ?
       UNION ALL SELECT id FROM removed WHERE instr(citations, ?) > 0`,
      sourceId,
      sourceId,
    )
    .map(({ id }) => id)

/** Articles that hold one of these citations, those in the trash last. */
export const articlesHolding = (db: Database, citationIds: readonly Id[]): Id[] => {
  const asked = JSON.stringify(citationIds)
  return db
    .all<{ id: Id }>(
      `SELECT DISTINCT article_id AS id FROM citation WHERE id IN (SELECT value FROM json_each(?))
       UNION ALL SELECT DISTINCT removed.id FROM removed, json_each(removed.citations) AS citation
        WHERE removed.citations IS NOT NULL
          AND json_extract(citation.value, '$.id') IN (SELECT value FROM json_each(?))`,
      asked,
      asked,
    )
    .map(({ id }) => id)
}
