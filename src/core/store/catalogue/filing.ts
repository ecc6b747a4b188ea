import { CuttingsError } from '#shared/errors'
import type { ItemKind } from '#shared/model/kinds'
import type { Id } from '#shared/model/scalars'
import { canonicalJson, digestOf, sha256Of } from '../../records/digest'
import type { Database } from '../database/types'
import type { FiledArticle, FilingReader, PreparedFiling, Refiling } from '../filingTypes'
import { articleJson, readParts } from './articleParts'
import { storeChange } from './changes'
import { lastEvent, storeEvent } from './events'
import { storeFact } from './facts'
import { assertIntact } from './intact'
import { parseStored } from './parseStored'
import { stillFits } from './stillFits'

const fieldsOf = (db: Database, id: Id): Record<string, unknown> | undefined => {
  const row = db.get<{ body: string }>("SELECT body FROM record WHERE id = ? AND kind = 'article'", id)
  return row && parseStored<Record<string, unknown>>(row.body, id)
}

/** Throws `not-found` where the article is not there, or in the trash. */
const prepareFiling: (
  db: Database,
  ...args: Parameters<FilingReader['prepare']>
) => PreparedFiling | undefined = (db, id, { kind, change }) => {
  const fields = fieldsOf(db, id)
  if (!fields) throw new CuttingsError('not-found', { what: 'article' })
  const before = fields[kind] as readonly string[]
  const after = change(before, id)
  if (after === before || canonicalJson(after) === canonicalJson(before)) return undefined
  const [parts, last] = [readParts(db, id), lastEvent(db, id)]
  if (!parts || !last) throw new TypeError(`${id} has no chain of custody`)
  const body = canonicalJson({ ...fields, [kind]: after })
  assertIntact(id, articleJson(id, parts), last)
  const digest = sha256Of(articleJson(id, { ...parts, body }))
  const event = { sequence: last.sequence + 1, previous: digestOf(last), digest }
  return { articleId: id, event, body, before, after }
}

export const createFilingReader = (db: Database): FilingReader => ({
  kinds: (ids) =>
    new Map(
      db
        .all<{ id: Id; kind: ItemKind }>(
          'SELECT id, kind FROM record WHERE item = 1 AND id IN (SELECT value FROM json_each(?))',
          JSON.stringify(ids),
        )
        .map(({ id, kind }) => [id, kind]),
    ),
  prepare: (id, refiling) => prepareFiling(db, id, refiling),
})

const store = (db: Database, { articleId, event, body }: PreparedFiling, actor: string, at: string): void => {
  // What is computed from an article does not depend on what the user files it under.
  db.run('UPDATE record SET body = ? WHERE id = ?', body, articleId)
  storeEvent(db, { ...event, itemId: articleId, at, actor, action: 'edit' }, false)
  storeChange(db, articleId)
}

/**
 * One transaction: all of these articles get their names, or none does. `prepared` by article; what does not fit any more is
 * made anew. Answers which were changed.
 */
export const refile = (
  db: Database,
  { ids, actor, ...refiling }: Refiling,
  prepared: ReadonlyMap<Id, PreparedFiling>,
  at: string,
): FiledArticle[] =>
  db.transaction(() => {
    const filed: FiledArticle[] = []
    for (const id of ids) {
      const held = prepared.get(id)
      const one = held && stillFits(db, held) ? held : prepareFiling(db, id, refiling)
      if (!one) continue
      store(db, one, actor, at)
      filed.push({ articleId: id, before: one.before, after: one.after })
    }
    if (filed.length > 0) storeFact(db, 'lastSaved', at)
    return filed
  })
