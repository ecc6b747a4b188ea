import type { ListFilter, ListSort, Row } from '#shared/contract/library'
import type { Id } from '#shared/model/scalars'
import type { Database, SqlValue } from '../database/types'

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

export const listRows = (
  db: Database,
  filter: ListFilter,
  sort: ListSort,
  page: { readonly offset: number; readonly limit: number },
): { total: number; rows: Row[] } => {
  const { sql, values } = where(filter)
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM record WHERE ${sql}`, ...values)?.n ?? 0
  const order = orders[sort.by][sort.direction]
  // The page's row numbers come from an index alone; only its own rows are then read whole.
  const rows = db.all<ListedRow>(
    `SELECT ${listedColumns} FROM record
      WHERE seq IN (SELECT seq FROM record WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?) ORDER BY ${order}`,
    ...values,
    page.limit,
    page.offset,
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
