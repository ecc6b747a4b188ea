import type { LibraryState } from '#shared/contract/library'
import type { Database } from '../database/types'
import type { Remember } from './createRevisionCache'
import { readFact } from './facts'

type Description = Pick<LibraryState, 'counts' | 'languages' | 'lastSaved' | 'lastVerified'>

const count = (db: Database, sql: string): number => db.get<{ n: number }>(sql)?.n ?? 0

const countKinds = (db: Database): LibraryState['counts'] => {
  const kinds = db.all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM record GROUP BY kind')
  const of = (kind: string): number => kinds.find((row) => row.kind === kind)?.n ?? 0
  return {
    article: of('article'),
    photo: of('photo'),
    reference: of('reference'),
    source: of('source'),
    citation: count(db, 'SELECT count(*) AS n FROM citation'),
    slot: count(db, 'SELECT coalesce(sum(slots), 0) AS n FROM record WHERE slots > 0'),
    claim: of('claim'),
    note: of('note'),
    unsourced: count(db, 'SELECT count(*) AS n FROM record WHERE unsourced = 1'),
  }
}

const readLanguages = (db: Database): LibraryState['languages'] =>
  db.all<{ language: string; count: number }>(
    `SELECT language, count(*) AS count FROM record WHERE item = 1 AND language IS NOT NULL
      GROUP BY language ORDER BY count DESC, language`,
  )

/** Counts change with the revision alone; the two times have their own. */
export const describeCatalogue = (db: Database, remember: Remember): Description => {
  const lastSaved = readFact(db, 'lastSaved')
  const lastVerified = readFact(db, 'lastVerified')
  return {
    counts: remember('counts', () => countKinds(db)),
    languages: remember('languages', () => readLanguages(db)).map((row) => ({ ...row })),
    ...(lastSaved === undefined ? {} : { lastSaved }),
    ...(lastVerified === undefined ? {} : { lastVerified }),
  }
}

export const countItems = (db: Database): number =>
  count(db, 'SELECT count(*) AS n FROM record WHERE item = 1')
