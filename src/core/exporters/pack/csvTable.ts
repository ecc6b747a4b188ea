export type CsvCell = string | number | undefined

const formulaStart = /^[=+\-@\t\r]/

/** A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text. JSON has the exact value. */
const neutralise = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

const csvCell = (cell: CsvCell): string => {
  const text = typeof cell === 'string' ? neutralise(cell) : String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Begins each table: without it Excel takes UTF-8 for the system's own charset. */
export const csvMark = '\ufeff'

/**
 * One row of RFC 4180, CR LF included. As OWASP ('CSV Injection') describes, a cell of text that begins with `=`, `+`, `-`,
 * `@`, a tab or a carriage return is prefixed with an apostrophe; numbers are left as they are.
 */
export const csvRow = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** UTF-8 with a byte order mark, RFC 4180. */
export const csvTable = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  csvMark + [header, ...rows].map(csvRow).join('')
