import type { ListPreview } from '#shared/contract/queryLists'
import { queryHeadRank } from './listHeads'

const sampleRows = 5
const mostColumns = 50
const longestShown = 200

const shown = (cell: string | undefined): string =>
  [...(cell ?? '').slice(0, longestShown * 2)].slice(0, longestShown).join('')

const isFigure = (cell: string): boolean => /^[\d\s.,:;/%€$£+-]*$/.test(cell)

/** Cells that are words, among the first rows. */
const wordsIn = (rows: readonly (readonly string[])[], column: number): number =>
  rows.filter((row) => !isFigure(row[column] ?? '')).length

/** The column with a telling head, else the first with most words. */
const columnOf = (rows: readonly (readonly string[])[], width: number): number => {
  const heads = (rows[0] ?? []).slice(0, width)
  for (const rank of [0, 1] as const) {
    const at = heads.findIndex((head) => queryHeadRank(head) === rank)
    if (at >= 0) return at
  }
  const looked = rows.slice(0, 100)
  let best = 0
  for (let at = 1; at < width; at += 1) if (wordsIn(looked, at) > wordsIn(looked, best)) best = at
  return best
}

/** A first row of words over figures, too, is one of heads. */
const looksLikeHeads = (rows: readonly (readonly string[])[], width: number): boolean => {
  const [heads = [], ...others] = rows.slice(0, 100)
  if (heads.some((head) => queryHeadRank(head) !== undefined)) return true
  if (width < 2 || others.length < 2 || heads.some((head) => head === '' || isFigure(head))) return false
  return heads.some((_, at) => others.every((row) => isFigure(row[at] ?? '')))
}

/** What a list looks like before it is run. */
export const previewList = (rows: readonly (readonly string[])[]): ListPreview => {
  const width = Math.min(mostColumns, Math.max(...rows.slice(0, 100).map((row) => row.length)))
  const cells = (row: readonly string[]): string[] => Array.from({ length: width }, (_, at) => shown(row[at]))
  return {
    columns: cells(rows[0] ?? []),
    hasHeads: looksLikeHeads(rows, width),
    column: columnOf(rows, width),
    rows: rows.length,
    sample: rows.slice(0, sampleRows + 1).map(cells),
  }
}
