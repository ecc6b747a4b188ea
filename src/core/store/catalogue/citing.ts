import type { CitingPassage } from '#shared/contract/sources'
import type { Citation, Source } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { currentVersion, supportOf } from '#shared/model/support'
import type { Database } from '../database/types'
import { foldName } from './foldName'

interface CitingRow {
  readonly sourceId: Id
  readonly ordinal: number
  readonly passage: string
  readonly basis: CitingPassage['basis']
  readonly citationId: Id
}

/** Which passage of the current version rests on which source, as shown on a source's page. */
const citingRows = (article: ArticleRecord): CitingRow[] => {
  const version = currentVersion(article)
  const citations = new Map(article.citations.map((citation) => [citation.id, citation]))
  const support = supportOf(version, article.citations)
  return version.passages.flatMap((passage) =>
    (support.get(passage.label)?.citationIds ?? []).flatMap((citationId) => {
      const citation = citations.get(citationId)
      if (citation?.sourceId === undefined) return []
      const { sourceId } = citation
      return [
        {
          sourceId,
          ordinal: passage.ordinal,
          passage: passage.label,
          basis: basisOf(citation, passage.label),
          citationId,
        },
      ]
    }),
  )
}

const basisOf = (citation: Citation, label: string): CitingPassage['basis'] =>
  citation.passage === label ? citation.origin : 'inferred'

export const storeCiting = (db: Database, article: ArticleRecord): void => {
  const seq = db.get<{ seq: number }>('SELECT seq FROM record WHERE id = ?', article.id)?.seq ?? 0
  db.run('DELETE FROM citing WHERE article_seq = ?', seq)
  for (const [position, row] of citingRows(article).entries())
    db.run(
      'INSERT INTO citing (source_id, article_seq, ordinal, position, passage, basis, citation_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      row.sourceId,
      seq,
      row.ordinal,
      position,
      row.passage,
      row.basis,
      row.citationId,
    )
}

interface ReadCitingRow {
  readonly articleId: Id
  readonly headline: string
  readonly published: string | null
  readonly passage: string
  readonly text: string | null
  readonly basis: CitingPassage['basis']
  readonly literal: string
  readonly citationId: Id
}

const citingSql = `
SELECT record.id AS articleId, record.title AS headline, record.published, citing.passage, citing.basis,
       json_extract(citation.body, '$.literal') AS literal, citing.citation_id AS citationId,
       (SELECT json_extract(passage.value, '$.text')
          FROM json_each(version.body, '$.passages') AS passage
         WHERE json_extract(passage.value, '$.label') = citing.passage) AS text
  FROM (SELECT * FROM citing WHERE source_id = ? ORDER BY article_seq, ordinal, position LIMIT ? OFFSET ?) AS citing
  JOIN record ON record.seq = citing.article_seq
  JOIN citation ON citation.id = citing.citation_id
  JOIN version ON version.article_id = record.id
   AND version.position = (SELECT max(position) FROM version WHERE article_id = record.id)
 ORDER BY citing.article_seq, citing.ordinal, citing.position`

export const readCiting = (
  db: Database,
  sourceId: Id,
  offset: number,
  limit: number,
): { total: number; rows: CitingPassage[] } => {
  const total =
    db.get<{ n: number }>('SELECT count(*) AS n FROM citing WHERE source_id = ?', sourceId)?.n ?? 0
  const rows = db.all<ReadCitingRow>(citingSql, sourceId, limit, offset)
  return {
    total,
    rows: rows.map(({ published, text, ...row }) => ({
      ...row,
      text: text ?? '',
      ...(published === null ? {} : { published }),
    })),
  }
}

export const storeSourceNames = (db: Database, source: Source): void => {
  db.run('DELETE FROM source_name WHERE source_id = ?', source.id)
  const names = [{ name: source.name, alias: 0 }, ...source.aliases.map((name) => ({ name, alias: 1 }))]
  for (const { name, alias } of names)
    db.run(
      'INSERT OR IGNORE INTO source_name (key, alias, source_id) VALUES (?, ?, ?)',
      foldName(name),
      alias,
      source.id,
    )
}

/** A name goes before an alias, and the source that came first before a later one of the same name. */
export const findSourceId = (db: Database, name: string): Id | undefined =>
  db.get<{ id: Id }>(
    `SELECT record.id FROM source_name JOIN record ON record.id = source_name.source_id
      WHERE key = ? ORDER BY alias, record.seq LIMIT 1`,
    foldName(name),
  )?.id
