import { resolve } from 'node:path'
import type { ListedQuery, ListPreview } from '#shared/contract/queryLists'
import { CuttingsError } from '#shared/errors'
import type { App } from '#core/assembleApp'
import type { ListSource } from '#core/searches/lists/readList'
import { followJob, resultOf } from '../followJob'
import { plainLine } from '../plainText'
import type { CommandContext, ExitStatus } from '../types'
import { tellTable } from './writeHits'

export interface QueryListOptions {
  readonly csv?: string
  /** Head, number from 1, or `line`. */
  readonly column?: string
  readonly as?: 'phrase' | 'query'
  readonly heads?: boolean
}

const columnOf = (named: string | undefined, { columns, column }: ListPreview): number | 'line' => {
  if (named === undefined) return column
  if (named === 'line') return named
  const at = columns.findIndex((head) => head.trim().toLowerCase() === named.trim().toLowerCase())
  if (at >= 0) return at
  const number = Number(named)
  if (Number.isInteger(number) && number >= 1 && number <= columns.length) return number - 1
  throw new CuttingsError('usage', { reason: `the list has no column "${named}"` })
}

const rowText = ({ row, query, total, first }: ListedQuery): string =>
  plainLine(
    [row, total ?? 'too long', query, first?.published, first?.title]
      .filter((part) => part !== undefined)
      .join('  '),
  )

/** Runs a list of queries, and tells each row as it was found, or writes all of them as a table. */
export const runQueryList = async (
  app: App,
  file: string,
  { csv, column, as = 'phrase', heads }: QueryListOptions,
  context: CommandContext,
): Promise<ExitStatus> => {
  const { lists, tables } = app.searches
  const source: ListSource = { path: resolve(file) }
  const preview = await lists.preview(source)
  const started = lists.run({
    source,
    column: columnOf(column, preview),
    hasHeads: heads ?? preview.hasHeads,
    readAs: as,
  })
  resultOf(await followJob(app, started, context))
  const rows = lists.rows(started.id, { by: 'row', direction: 'ascending' })
  if (csv !== undefined) {
    const path = resolve(csv)
    return tellTable(app, await tables.list(rows, path), path, context)
  }
  for (const row of rows) context.output.result({ ...row }, rowText(row))
  return 0
}
