import { cleanValue } from '../cslJson/cleanValue'

/** What `csvTable.ts` puts an apostrophe in front of, and spreadsheets too, lest it be run as a formula. */
const neutralised = /^'(?=[=+\-@\t\r])/

/** A cell as it was before it was written, cleaned; undefined where it is empty. */
export const restoreCell = (cell: string): string | undefined => cleanValue(cell.replace(neutralised, ''))
