import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { hasTrash } from './olderFormats'

/** A source by its names, as they are found (`foldName`). */
export interface NamedSource {
  readonly id: Id
  /** Its place in the order of adding: from 1, each larger than the one before. */
  readonly place: number
  readonly names: readonly string[]
}

export const readSourceNames = (db: Database, after: number, limit: number): NamedSource[] =>
  db
    .all<{ id: Id; place: number; names: string }>(
      `SELECT id, seq AS place,
              (SELECT json_group_array(key) FROM source_name WHERE source_id = record.id) AS names
         FROM record WHERE kind = 'source' AND seq > ? ORDER BY seq LIMIT ?`,
      after,
      limit,
    )
    .map(({ names, ...source }) => ({ ...source, names: JSON.parse(names) as string[] }))

/** Words as printed that are told of one source: a source has a few, and one that has very many is a mistake. */
const mostLiterals = 200

export const readPrinted = (db: Database, sourceId: Id): { literal: string; citations: number }[] =>
  db
    .all<{ literal: string; citations: number }>(
      `SELECT json_extract(body, '$.literal') AS literal, count(*) AS citations FROM citation
        WHERE source_id = ? GROUP BY literal ORDER BY citations DESC, literal LIMIT ?`,
      sourceId,
      mostLiterals,
    )
    .map((row) => ({ ...row }))

/** Sources that were said to be different from each other. */
export interface Dismissal {
  readonly id: Id
  readonly at: string
  /** Those that are not in the trash. */
  readonly sources: { readonly id: Id; readonly name: string }[]
}

const sets = `SELECT set_id AS id, max(at) AS at,
    json_group_array(json_object('id', record.id, 'name', record.title) ORDER BY record.seq) AS sources
  FROM different JOIN record ON record.id = different.item_id
 WHERE record.kind = 'source' GROUP BY set_id HAVING count(*) > 1`

/** Sets of sources that were said to be different, the newest first. */
export const readDismissals = (
  db: Database,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; rows: Dismissal[] } => {
  if (!hasTrash(db)) return { total: 0, rows: [] }
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM (${sets})`)?.n ?? 0
  const rows = db
    .all<{ id: Id; at: string; sources: string }>(
      `${sets} ORDER BY at DESC, set_id DESC LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
    .map(({ sources, ...row }) => ({ ...row, sources: JSON.parse(sources) as Dismissal['sources'] }))
  return { total, rows }
}
