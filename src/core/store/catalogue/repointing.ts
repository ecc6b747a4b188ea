import type { Id } from '#shared/model/scalars'
import { canonicalJson, digestOf, sha256Of } from '../../records/digest'
import type { Database } from '../database/types'
import type { Repointing, Target } from '../sourceTypes'
import { articleJson, readParts } from './articleParts'
import { storeChange } from './changes'
import { lastEvent, storeEvent } from './events'
import { assertIntact } from './intact'

/** Undefined where nothing of the article is to change. Its literals stay as they are. */
export const prepareRepointing = (db: Database, articleId: Id, target: Target): Repointing | undefined => {
  const parts = readParts(db, articleId)
  const last = lastEvent(db, articleId)
  if (!parts || !last) return undefined
  const moved: Repointing['moved'][number][] = []
  const citations = parts.citations.map((citation) => {
    const to = target(citation)
    if (to === undefined || citation.sourceId === undefined || to === citation.sourceId) return citation
    const repointed = { ...citation, sourceId: to }
    moved.push({ id: citation.id, from: citation.sourceId, to, body: canonicalJson(repointed) })
    return repointed
  })
  if (moved.length === 0) return undefined
  assertIntact(articleId, articleJson(articleId, parts), last)
  const digest = sha256Of(articleJson(articleId, { ...parts, citations }))
  const event = { sequence: last.sequence + 1, previous: digestOf(last), digest }
  return { articleId, event, citations, moved }
}

interface Deed {
  readonly at: string
  readonly actor: string
}

/** Stores it, in a transaction of the caller: what is known of the article but its citations stays as it is. */
export const storeRepointing = (db: Database, repointing: Repointing, { at, actor }: Deed): void => {
  const { articleId, event, citations, moved } = repointing
  const row = db.get<{ seq: number }>('SELECT seq FROM record WHERE id = ?', articleId)
  if (row) {
    for (const { id, to, body } of moved) {
      db.run('UPDATE citation SET source_id = ?, body = ? WHERE id = ?', to, body, id)
      db.run('UPDATE citing SET source_id = ? WHERE article_seq = ? AND citation_id = ?', to, row.seq, id)
    }
  } else db.run('UPDATE removed SET citations = ? WHERE id = ?', canonicalJson(citations), articleId)
  storeEvent(db, { ...event, itemId: articleId, at, actor, action: 'edit' }, false)
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
