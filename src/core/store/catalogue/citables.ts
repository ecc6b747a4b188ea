import type { Citable } from '#shared/contract/confirming'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { containing } from './containing'
import { foldName, titleKey } from './foldName'

interface CitableRow {
  readonly id: Id
  readonly kind: Citable['kind']
  readonly name: string
  readonly detail: string | null
}

const citablesSql = `
SELECT record.id, record.kind, record.title AS name, record.subtitle AS detail,
       (SELECT count(*) FROM citation WHERE source_id = record.id OR reference_id = record.id) AS cited
  FROM record
 WHERE (kind = 'source' AND id IN (SELECT source_id FROM source_name WHERE key LIKE ? ESCAPE '\\'))
    OR (kind = 'reference' AND (title_key LIKE ? ESCAPE '\\' OR lower(json_extract(body, '$.key')) LIKE ? ESCAPE '\\'))
 ORDER BY cited DESC, title_key, seq LIMIT ?`

/** Sources and references with these words in a name, an alias, a title or a key; those cited most first. */
export const readCitables = (db: Database, words: string, limit: number): Citable[] =>
  db
    .all<CitableRow>(
      citablesSql,
      containing(foldName(words)),
      containing(titleKey(words)),
      containing(words.toLowerCase()),
      limit,
    )
    .map(({ id, kind, name, detail }) => ({ id, kind, name, ...(detail === null ? {} : { detail }) }))
