const formulaStart = /^[=+\-@\t\r]/

const cellToCsv = (cell: string): string => {
  // A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text.
  const text = formulaStart.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with a byte order mark, RFC 4180. */
export const tableToCsv = (rows: readonly (readonly string[])[]): string =>
  '\ufeff' + rows.map((row) => `${row.map(cellToCsv).join(',')}\r\n`).join('')
