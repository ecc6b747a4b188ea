export type CsvCell = string | number | undefined

const formulaStart = /^[=+\-@\t\r]/

/** A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text. JSON has the exact value. */
const neutralise = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

const csvCell = (cell: CsvCell): string => {
  const text = typeof cell === 'string' ? neutralise(cell) : String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with a byte order mark, RFC 4180. */
export const csvTable = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  '\ufeff' + [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
