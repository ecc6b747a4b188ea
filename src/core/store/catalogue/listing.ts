import type { ListFilter, ListSort, Row } from '#shared/contract/library'
import type { Id } from '#shared/model/scalars'
import type { Database, SqlValue } from '../database/types'
import type { Remember } from './createRevisionCache'

interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/**
 * Each filter as one condition. The first chooses the index, which gives the order asked for; the others, kept by `+` from
 * choosing one of their own, are answered from the same index.
 */
const conditions = (filter: ListFilter): Condition[] => {
  const all: Condition[] = [
    filter.kind === undefined ? { sql: 'item = 1', values: [] } : { sql: 'kind = ?', values: [filter.kind] },
  ]
  if (filter.languages)
    all.push({
      sql: '+language IN (SELECT value FROM json_each(?))',
      values: [JSON.stringify(filter.languages)],
    })
  if (filter.sourceId !== undefined)
    all.push({
      sql: '+seq IN (SELECT article_seq FROM citing WHERE source_id = ?)',
      values: [filter.sourceId],
    })
  if (filter.is === 'unsourced') all.push({ sql: '+unsourced = 1', values: [] })
  if (filter.is === 'inferred') all.push({ sql: '+inferred = 1', values: [] })
  return all
}

/** Items whose date is unknown stand last in both directions. */
const orders: Readonly<Record<ListSort['by'], Readonly<Record<ListSort['direction'], string>>>> = {
  added: { ascending: 'seq', descending: 'seq DESC' },
  title: { ascending: 'title_key, seq', descending: 'title_key DESC, seq DESC' },
  published: {
    ascending: 'undated, published, seq',
    descending: 'undated, published DESC, seq DESC',
  },
}

const where = (filter: ListFilter): Condition => {
  const all = conditions(filter)
  return {
    sql: all.map((condition) => condition.sql).join(' AND '),
    values: all.flatMap((condition) => condition.values),
  }
}

interface ListedRow {
  readonly id: Id
  readonly kind: Row['kind']
  readonly title: string
  readonly subtitle: string | null
  readonly published: string | null
  readonly added_at: string
  readonly language: string | null
  readonly support: string | null
  readonly slots: number
  readonly slots_held: number
  readonly cited: number | null
}

const listedColumns = `id, kind, title, subtitle, published, added_at, language, support, slots, slots_held,
  CASE kind
    WHEN 'source' THEN (SELECT count(*) FROM citation WHERE source_id = record.id)
    WHEN 'reference' THEN (SELECT count(*) FROM citation WHERE reference_id = record.id)
  END AS cited`

const toRow = (listed: ListedRow): Row => ({
  id: listed.id,
  kind: listed.kind,
  title: listed.title,
  ...(listed.subtitle === null ? {} : { subtitle: listed.subtitle }),
  ...(listed.published === null ? {} : { published: listed.published }),
  addedAt: listed.added_at,
  ...(listed.language === null ? {} : { language: listed.language }),
  ...(listed.support === null ? {} : { support: listed.support }),
  ...(listed.slots === 0 ? {} : { slots: { total: listed.slots, held: listed.slots_held } }),
  ...(listed.cited === null ? {} : { cited: listed.cited }),
})

interface Page {
  readonly offset: number
  readonly limit: number
}

/** Row numbers in the order asked for, as one row: quicker than as one row each. */
const readNumbers = (db: Database, { sql, values }: Condition, order: string): number[] => {
  const row = db.get<{ all: string }>(
    `SELECT json_group_array(seq) AS "all" FROM (SELECT seq FROM record WHERE ${sql} ORDER BY ${order})`,
    ...values,
  )
  return JSON.parse(row?.all ?? '[]') as number[]
}

/** What stands in a list: how many rows, and the numbers of a page's rows, as a condition. */
const findPage = (
  db: Database,
  { filter, sort, offset, limit }: Page & { readonly filter: ListFilter; readonly sort: ListSort },
  remember: Remember,
): { total: number; page: Condition } => {
  const all = where(filter)
  const order = orders[sort.by][sort.direction]
  if (filter.sourceId !== undefined) {
    // No index holds the articles of a source in these orders: the list is made once, and pages are cut from it.
    const numbers = remember(JSON.stringify([filter, sort]), () => readNumbers(db, all, order))
    const cut = JSON.stringify(numbers.slice(offset, offset + limit))
    return {
      total: numbers.length,
      page: { sql: 'seq IN (SELECT value FROM json_each(?))', values: [cut] },
    }
  }
  const total = remember(
    JSON.stringify(filter),
    () => db.get<{ n: number }>(`SELECT count(*) AS n FROM record WHERE ${all.sql}`, ...all.values)?.n ?? 0,
  )
  // The page's row numbers come from an index alone; only its own rows are then read whole.
  const sql = `seq IN (SELECT seq FROM record WHERE ${all.sql} ORDER BY ${order} LIMIT ? OFFSET ?)`
  return { total, page: { sql, values: [...all.values, limit, offset] } }
}

export const listRows = (
  db: Database,
  filter: ListFilter,
  sort: ListSort,
  { offset, limit, remember }: Page & { readonly remember: Remember },
): { total: number; rows: Row[] } => {
  const { total, page } = findPage(db, { filter, sort, offset, limit }, remember)
  const rows = db.all<ListedRow>(
    `SELECT ${listedColumns} FROM record WHERE ${page.sql} ORDER BY ${orders[sort.by][sort.direction]}`,
    ...page.values,
  )
  return { total, rows: rows.map(toRow) }
}

export const listIds = (db: Database, filter: ListFilter, sort: ListSort): Id[] => {
  const { sql, values } = where(filter)
  const order = orders[sort.by][sort.direction]
  return db
    .all<{ id: Id }>(`SELECT id FROM record WHERE ${sql} ORDER BY ${order}`, ...values)
    .map(({ id }) => id)
}
