import { headText } from '../cslJson/headText'
import { hasKnownBeginning } from '../knownContent'
import { looksLikeText } from '../text/decodeText'
import { proposeMapping } from './proposeMapping'
import { sniffTable } from './sniffTable'
import type { SniffedTable } from './sniffTable'

/** Bytes that recognition is given at most; a shorter head is the whole file. */
const headLength = 64 * 1024

const isNamed = (name: string): boolean => /\.(?:csv|tsv|tab|psv)$/i.test(name)

/** Heads are short, of few words, all there and all different; sentences and figures are not. */
const looksLikeHeader = ({ header }: SniffedTable): boolean =>
  new Set(header).size === header.length &&
  header.every((cell) => {
    const words = cell.split(/\s+/).length
    return /^\p{L}[^.!?:]*(?::[\w-]+)?$/u.test(cell) && cell.length <= 60 && words <= 4
  })

/** Commas are followed by spaces in sentences, and hardly ever in tables. */
const isProse = (table: SniffedTable, text: string): boolean =>
  table.delimiter === ',' && /^[^\r\n]*, /.test(text.trimStart())

/** A table without a name that says so: three columns and three rows at least, and not one row that differs. */
const isBeyondDoubt = (table: SniffedTable, text: string): boolean =>
  table.header.length >= 3 &&
  table.rows.length >= 3 &&
  table.consistency === 1 &&
  looksLikeHeader(table) &&
  !isProse(table, text)

/**
 * How sure it is that a text is a table, by its cut into columns alone. Prose with commas stays a text: without a name the
 * rows must all be alike and have a header.
 */
export const recogniseTable = (head: Uint8Array, name: string): number => {
  if (hasKnownBeginning(head) || !looksLikeText(head)) return 0
  const text = headText(head)
  const table = sniffTable(text, head.length < headLength)
  if (!isNamed(name)) return table && isBeyondDoubt(table, text) ? 0.6 : 0
  if (table && table.rows.length > 0 && table.consistency >= 0.9) return 0.95
  const header = table?.header ?? [/^[^\r\n]{0,200}/.exec(text)?.[0] ?? '']
  return (table && table.consistency >= 0.5) || proposeMapping(header, table?.rows.slice(0, 5) ?? [])
    ? 0.6
    : 0
}
