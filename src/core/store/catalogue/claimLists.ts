import type { LoggedCheck } from '#shared/contract/claims'
import type { Check, Claim, ClaimStatus, ClaimType } from '#shared/model/claim'
import type { Note } from '#shared/model/note'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { containing } from './containing'
import { titleKey } from './foldName'
import { hasBearing } from './olderFormats'
import { parseStored } from './parseStored'

/** What the rows of claims are narrowed to by what stands in the catalogue. */
export interface ClaimConditions {
  readonly status?: ClaimStatus | undefined
  readonly claimType?: ClaimType | undefined
  readonly articleId?: Id | undefined
  readonly text?: string | undefined
  /** Only claims that name this source, or point at an item that is of it or cites it. */
  readonly sourceId?: Id | undefined
  readonly contradicted?: true | undefined
  readonly unchecked?: true | undefined
}

const contradicting = `EXISTS (SELECT 1 FROM bearing WHERE bearing.record_id = record.id AND bearing.relation = 'contradicts')`

const nearSource = `(instr(record.body, ?) > 0 OR record.id IN (SELECT record_id FROM bearing WHERE item_id IN
  (SELECT article_id FROM citation WHERE source_id = ? UNION SELECT id FROM record AS held WHERE held.source_id = ?)))`

interface Where {
  readonly sql: string
  readonly values: readonly string[]
}

const whereOf = (asked: ClaimConditions): Where => {
  const parts: { readonly sql: string; readonly value?: string; readonly times?: number }[] = [
    { sql: "record.kind = 'claim'" },
  ]
  if (asked.status !== undefined) parts.push({ sql: 'record.subtitle = ?', value: asked.status })
  if (asked.claimType !== undefined)
    parts.push({ sql: "json_extract(record.body, '$.claimType') = ?", value: asked.claimType })
  if (asked.articleId !== undefined)
    parts.push({
      sql: "record.id IN (SELECT record_id FROM bearing WHERE item_id = ? AND relation = 'about')",
      value: asked.articleId,
    })
  if (asked.sourceId !== undefined) parts.push({ sql: nearSource, value: asked.sourceId, times: 3 })
  if (asked.text)
    parts.push({ sql: "record.title_key LIKE ? ESCAPE '\\'", value: containing(titleKey(asked.text)) })
  if (asked.contradicted) parts.push({ sql: contradicting })
  if (asked.unchecked) parts.push({ sql: "json_array_length(record.body, '$.checks') = 0" })
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ value, times = 1 }) =>
      value === undefined ? [] : Array.from({ length: times }, () => value),
    ),
  }
}

interface Bodies<T> {
  readonly total: number
  readonly rows: T[]
}

const readBodies = <T>(db: Database, where: Where, offset: number, limit: number): Bodies<T> => ({
  total:
    db.get<{ n: number }>(`SELECT count(*) AS n FROM record WHERE ${where.sql}`, ...where.values)?.n ?? 0,
  rows: db
    .all<{ id: Id; body: string }>(
      `SELECT id, body FROM record WHERE ${where.sql} ORDER BY seq DESC LIMIT ? OFFSET ?`,
      ...where.values,
      limit,
      offset,
    )
    .map(({ id, body }) => parseStored<T>(body, id)),
})

/** Claims that meet every condition, the newest first. */
export const readClaims = (
  db: Database,
  asked: ClaimConditions,
  offset: number,
  limit: number,
): Bodies<Claim> =>
  hasBearing(db) ? readBodies<Claim>(db, whereOf(asked), offset, limit) : { total: 0, rows: [] }

export interface NoteConditions {
  readonly open?: boolean | undefined
  readonly itemId?: Id | undefined
}

/** Notes, the newest first. */
export const readNotes = (
  db: Database,
  { open, itemId }: NoteConditions,
  offset: number,
  limit: number,
): Bodies<Note> => {
  const parts = [
    "record.kind = 'note'",
    ...(open === undefined ? [] : [open ? "record.subtitle = 'open'" : 'record.subtitle IS NULL']),
    ...(itemId === undefined ? [] : ['record.id IN (SELECT record_id FROM bearing WHERE item_id = ?)']),
  ]
  const where = { sql: parts.join(' AND '), values: itemId === undefined ? [] : [itemId] }
  return hasBearing(db) ? readBodies<Note>(db, where, offset, limit) : { total: 0, rows: [] }
}

interface CheckRow {
  readonly claimId: Id
  readonly text: string
  readonly line: string
}

const checkRows = `FROM record, json_each(record.body, '$.checks') AS line WHERE record.kind = 'claim'`

/** The lines of all claims' logs, the newest first. */
export const readChecks = (db: Database, offset: number, limit: number): Bodies<LoggedCheck> => ({
  total: db.get<{ n: number }>(`SELECT count(*) AS n ${checkRows}`)?.n ?? 0,
  rows: db
    .all<CheckRow>(
      `SELECT record.id AS claimId, json_extract(record.body, '$.text') AS text, line.value AS line ${checkRows}
        ORDER BY json_extract(line.value, '$.at') DESC, record.seq DESC, line.key DESC LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
    .map(({ claimId, text, line }) => ({ claimId, text, ...parseStored<Check>(line, claimId) })),
})
