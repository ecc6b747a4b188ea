import { parse } from 'csv-parse/sync'

export type Delimiter = ',' | '\t' | ';' | '|'

export interface SniffedTable {
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  /** Rows of the text that was looked at. */
  readonly rows: readonly (readonly string[])[]
  /** Share of the rows that have as many cells as the header, 0 to 1. */
  readonly consistency: number
}

const delimiters: readonly Delimiter[] = ['\t', ';', ',', '|']

/** Rows that are looked at. */
const looked = 200

/** `sep=;` on a line of its own, by which spreadsheets tell each other the separator. */
const separatorLine = /^sep=([,;\t|])(?:\r\n?|\n)/i

export const statedSeparator = (
  text: string,
): { readonly delimiter: Delimiter; readonly length: number } | undefined => {
  const match = separatorLine.exec(text)
  return match ? { delimiter: match[1] as Delimiter, length: match[0].length } : undefined
}

/** Options by which every table is read: what real files break of RFC 4180 is read as it stands. */
export const tableOptions = (delimiter: Delimiter) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  // `a, "b, c"`: a quote after a space opens a cell, too. A tab would be taken for such a space.
  ltrim: delimiter !== '\t',
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
})

const rowsOf = (text: string, delimiter: Delimiter): string[][] => {
  const rows: string[][] = []
  const keep = (row: string[]): null => {
    rows.push(row)
    return null
  }
  try {
    parse(text, { ...tableOptions(delimiter), to: looked, on_record: keep })
  } catch {
    // The text may end inside a quoted cell; the rows before it have been kept.
  }
  return rows
}

const sniffWith = (text: string, delimiter: Delimiter, whole: boolean): SniffedTable | undefined => {
  const all = rowsOf(text, delimiter)
  const complete = whole || all.length >= looked ? all : all.slice(0, -1)
  const [header, ...rows] = complete
  if (!header) return undefined
  const even = rows.filter((row) => row.length === header.length).length
  return { delimiter, header, rows, consistency: rows.length === 0 ? 0 : even / rows.length }
}

/** The separator by which the beginning of a text is most evenly cut into columns; undefined where none cuts its first line. */
export const sniffTable = (beginning: string, whole: boolean): SniffedTable | undefined => {
  const stated = statedSeparator(beginning)
  const text = stated ? beginning.slice(stated.length) : beginning
  if (stated) return sniffWith(text, stated.delimiter, whole)
  const firstLine = /^\s*[^\r\n]*/.exec(text)?.[0] ?? ''
  let best: SniffedTable | undefined
  for (const delimiter of delimiters.filter((one) => firstLine.includes(one))) {
    const table = sniffWith(text, delimiter, whole)
    if (!table || table.header.length < 2) continue
    const isBetter =
      !best ||
      table.consistency > best.consistency ||
      (table.consistency === best.consistency && table.header.length > best.header.length)
    if (isBetter) best = table
  }
  return best
}
