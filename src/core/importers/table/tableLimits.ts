import { textLimit } from '../textLimit'

/** What a table may hold. Lengths are in UTF-16 units, which is what they cost in memory. */
export const tableLimits = {
  bytes: textLimit,
  rows: 100_000,
  columns: 1000,
  cellLength: 1_000_000,
  rowLength: 4_000_000,
}
