import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'

/** An article as overviews need it; `seq` is its place in the order of adding. */
export interface CoveredArticle {
  readonly seq: number
  readonly id: Id
  readonly headline: string
  /** EDTF. */
  readonly published: string | null
  readonly publisher: string | null
}

/** A citation of a current version, printed or confirmed: that it names this source in this passage. */
export interface CoveredCitation {
  readonly seq: number
  readonly sourceId: Id
  readonly passage: string
}

export interface CoveredSource {
  readonly id: Id
  readonly name: string
  readonly sourceKind: string | null
}

export interface CoveredGroup {
  readonly seq: number
  readonly kind: 'collections' | 'tags'
  readonly name: string
}

/**
 * What overviews are computed from, in pieces: places first, then what stands there, some hundred at a time, so that nobody
 * waits for an archive of a hundred thousand citations.
 */
export interface CoverageReader {
  /** Places of all articles, or of those that cite a source. */
  readonly places: (sourceId?: Id) => number[]
  readonly placesOf: (ids: readonly Id[]) => number[]
  readonly articles: (places: readonly number[]) => CoveredArticle[]
  readonly citations: (places: readonly number[]) => CoveredCitation[]
  readonly groups: (places: readonly number[]) => CoveredGroup[]
  readonly sources: (ids: readonly Id[]) => CoveredSource[]
}

/** As one row: quicker than as one row each. */
const readNumbers = (db: Database, sql: string, ...values: string[]): number[] => {
  const row = db.get<{ all: string }>(`SELECT json_group_array(seq) AS "all" FROM (${sql})`, ...values)
  return JSON.parse(row?.all ?? '[]') as number[]
}

const inList = 'IN (SELECT value FROM json_each(?))'

export const createCoverageReader = (db: Database): CoverageReader => ({
  places: (sourceId) =>
    sourceId === undefined
      ? readNumbers(db, "SELECT seq FROM record WHERE kind = 'article' ORDER BY seq")
      : readNumbers(
          db,
          "SELECT DISTINCT article_seq AS seq FROM citing WHERE source_id = ? AND basis <> 'inferred' ORDER BY seq",
          sourceId,
        ),
  placesOf: (ids) =>
    readNumbers(
      db,
      `SELECT seq FROM record WHERE id ${inList} AND +kind = 'article' ORDER BY seq`,
      JSON.stringify(ids),
    ),
  articles: (places) =>
    db.all<CoveredArticle>(
      `SELECT seq, id, title AS headline, published, json_extract(body, '$.publisher') AS publisher
         FROM record WHERE seq ${inList} ORDER BY seq`,
      JSON.stringify(places),
    ),
  citations: (places) =>
    db.all<CoveredCitation>(
      `SELECT article_seq AS seq, source_id AS sourceId, passage FROM citing
        WHERE article_seq ${inList} AND basis <> 'inferred'
        ORDER BY article_seq, ordinal, position`,
      JSON.stringify(places),
    ),
  groups: (places) =>
    db.all<CoveredGroup>(
      `SELECT DISTINCT record.seq, kinds.value AS kind, named.value AS name
         FROM record, json_each('["collections","tags"]') AS kinds,
              json_each(record.body, '$.' || kinds.value) AS named
        WHERE record.seq ${inList} ORDER BY record.seq`,
      JSON.stringify(places),
    ),
  sources: (ids) =>
    db.all<CoveredSource>(
      `SELECT id, title AS name, subtitle AS sourceKind FROM record WHERE id ${inList} AND +kind = 'source'`,
      JSON.stringify(ids),
    ),
})
