import { CuttingsError } from '#shared/errors'
import type { ParsedItem, ParsedTable, ParsedUnreadable, TableMapping } from '#shared/model/parsed'
import { cleanLine } from '../cslJson/cleanValue'
import { doubtDecoding } from '../cslJson/doubtDecoding'
import { decodeText } from '../text/decodeText'
import type { DecodedText } from '../text/decodeText'
import type { Importer } from '../types'
import { proposeMapping } from './proposeMapping'
import { readRows } from './readRows'
import { recogniseTable } from './recogniseTable'
import { restoreCell } from './restoreCell'
import { createRowReader } from './rowCells'
import type { RowCells } from './rowCells'
import { rowToPhoto } from './rowToPhoto'
import { rowToReference } from './rowToReference'
import { rowToSource } from './rowToSource'
import { sniffTable } from './sniffTable'
import type { Delimiter } from './sniffTable'
import { tableLimits } from './tableLimits'

/** Characters by which the separator is found. */
const sniffed = 64 * 1024

/** Rows that are shown before the user agrees, and by which columns without a telling head are judged. */
const sampleRows = 5

const converters: Readonly<Record<TableMapping['target'], (row: RowCells) => ParsedItem | undefined>> = {
  photo: rowToPhoto,
  reference: rowToReference,
  source: rowToSource,
}

const findDelimiter = ({ chunks }: DecodedText, name: string): Delimiter => {
  let beginning = ''
  let whole = true
  for (const chunk of chunks()) {
    beginning += chunk
    whole = beginning.length <= sniffed
    if (!whole) break
  }
  return (
    sniffTable(beginning.slice(0, sniffed), whole)?.delimiter ?? (/\.t(?:sv|ab)$/i.test(name) ? '\t' : ',')
  )
}

/** Heads without white space around them; columns without a head at the end are none. */
const headsOf = (row: readonly string[]): string[] => {
  const heads = row.map((cell) => cleanLine(cell) ?? '')
  return heads.slice(0, heads.findLastIndex((head) => head !== '') + 1)
}

/** Reads the table once: its heads, how many rows, and the first of them. */
const survey = async (
  rows: AsyncIterable<readonly string[]>,
): Promise<Omit<ParsedTable, 'kind' | 'mapping'>> => {
  let columns: string[] | undefined
  let count = 0
  const sample: string[][] = []
  for await (const row of rows)
    if (!columns) columns = headsOf(row)
    else {
      count += 1
      if (sample.length < sampleRows)
        sample.push(columns.map((_, index) => restoreCell(row[index] ?? '') ?? ''))
    }
  return { columns: columns ?? [], rows: count, sample }
}

/** A row of which no record can be made; rows are counted as the table's `rows` are. */
const unreadableRow = (row: number): ParsedUnreadable => ({
  kind: 'unreadable',
  name: `row ${row}`,
  code: 'damaged-file',
  details: { reason: 'no column of this row that is to be read is filled', row },
})

/** Tables of photos, references or sources: separated by commas, semicolons, tabs or bars (RFC 4180, and what is near it). */
export const tableImporter: Importer = {
  id: 'table',
  name: 'Table (CSV, TSV)',
  extensions: ['csv', 'tsv', 'tab', 'psv'],
  mediaType: 'text/csv',
  limit: tableLimits.bytes,
  limits: {
    rows: tableLimits.rows,
    columns: tableLimits.columns,
    'characters in a cell': tableLimits.cellLength,
    'characters in a row': tableLimits.rowLength,
  },
  recognise: recogniseTable,
  parse: async function* (file) {
    const decoded = decodeText(await file.bytes())
    const doubted = doubtDecoding(decoded.doubts)
    const delimiter = findDelimiter(decoded, file.name)
    const table = await survey(readRows(decoded.chunks(), delimiter))
    const mapping = file.mapping ?? proposeMapping(table.columns, table.sample)
    if (!mapping) throw new CuttingsError('unknown-format', { found: 'a table whose columns are not known' })
    yield { kind: 'table', ...table, mapping }
    const read = createRowReader(table.columns, mapping)
    const convert = converters[mapping.target]
    let number = -1
    for await (const row of readRows(decoded.chunks(), delimiter)) {
      number += 1
      if (number === 0) continue
      const item = convert(read(row, number))
      yield doubted(item ?? unreadableRow(number))
    }
  },
}
