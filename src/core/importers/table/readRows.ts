import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { CuttingsError } from '#shared/errors'
import { statedSeparator, tableOptions } from './sniffTable'
import type { Delimiter } from './sniffTable'
import { tableLimits } from './tableLimits'

const withoutSeparatorLine = function* (chunks: Iterable<string>): Generator<string> {
  let first = true
  for (const chunk of chunks) {
    const stated = first ? statedSeparator(chunk) : undefined
    first = first && chunk === ''
    yield chunk.slice(stated?.length ?? 0)
  }
}

const checkRow = (row: readonly string[], number: number): void => {
  if (number > tableLimits.rows + 1)
    throw new CuttingsError('limit', { what: 'rows', most: tableLimits.rows })
  if (row.length > tableLimits.columns)
    throw new CuttingsError('limit', { what: 'columns', most: tableLimits.columns })
  if (row.some((cell) => cell.length > tableLimits.cellLength))
    throw new CuttingsError('limit', { what: 'characters in a cell', most: tableLimits.cellLength })
}

/** `records` is what csv-parse counts: rows that were read before the fault, the header among them. */
const refusalOf = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new CuttingsError('limit', { what: 'characters in a row', most: tableLimits.rowLength })
  const reason = `a quoted cell that opens in row ${String(error['records'])} is never closed`
  return new CuttingsError('damaged-file', { reason })
}

/**
 * The rows of a table, the header first, blank lines left out. They are read as they are asked for, so that a large table is
 * never held. Refuses what goes beyond `tableLimits`, and a quote that is never closed.
 */
export async function* readRows(
  chunks: Iterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly string[]> {
  const options = { ...tableOptions(delimiter), max_record_size: tableLimits.rowLength }
  const parser = parse(options)
  // A fault of either comes out of the loop below.
  pipeline(Readable.from(withoutSeparatorLine(chunks), { objectMode: true }), parser, () => undefined)
  let number = 0
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      number += 1
      checkRow(row, number)
      if (row.some((cell) => cell.trim() !== '')) yield row
    }
  } catch (error) {
    throw refusalOf(error)
  }
}
