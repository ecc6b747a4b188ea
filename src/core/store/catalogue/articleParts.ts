import type { Citation } from '#shared/model/citation'
import type { Id } from '#shared/model/scalars'
import { canonicalJson } from '../../records/digest'
import type { Database } from '../database/types'
import { parseStored } from './parseStored'

/** An article as it lies in the catalogue. */
export interface ArticleParts {
  readonly body: string
  readonly versions: readonly string[]
  readonly citations: readonly Citation[]
}

const bodies = (db: Database, sql: string, id: Id): string[] =>
  db.all<{ body: string }>(sql, id).map(({ body }) => body)

/** Also of an article in the trash: it comes back as it would be now. */
export const readParts = (db: Database, id: Id): ArticleParts | undefined => {
  const versions = bodies(db, 'SELECT body FROM version WHERE article_id = ? ORDER BY position', id)
  const [body] = bodies(db, 'SELECT body FROM record WHERE id = ?', id)
  if (body !== undefined) {
    const stored = bodies(db, 'SELECT body FROM citation WHERE article_id = ? ORDER BY position', id)
    return { body, versions, citations: stored.map((one) => parseStored<Citation>(one, id)) }
  }
  const removed = db.get<{ body: string; citations: string }>(
    `SELECT body, coalesce(citations, '[]') AS citations FROM removed WHERE id = ?`,
    id,
  )
  return removed && { ...removed, versions, citations: parseStored<Citation[]>(removed.citations, id) }
}

/**
 * The record as RFC 8785 JSON. Versions are put in as they stand in the catalogue, where they are such JSON already: they
 * are most of an article, and none of it changes.
 */
export const articleJson = (id: Id, { body, versions, citations }: ArticleParts): string => {
  const fields = parseStored<Record<string, unknown>>(body, id)
  const parts = new Map(Object.entries(fields).map(([name, value]) => [name, canonicalJson(value)]))
  parts.set('versions', `[${versions.join(',')}]`)
  parts.set('citations', canonicalJson(citations))
  const members = [...parts.keys()].sort().map((name) => `${JSON.stringify(name)}:${parts.get(name) ?? ''}`)
  return `{${members.join(',')}}`
}
