import { plainLine } from './plainText'

const widthOf = (text: string): number => [...text].length

/** Rows as aligned columns for people; `numbers` are the columns that stand at their end. Each cell is one line. */
export const textTable = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number>,
): string => {
  const all = [heads, ...rows].map((row) => row.map(plainLine))
  const widths = heads.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  const padded = (text: string, column: number): string => {
    const room = ' '.repeat((widths[column] ?? 0) - widthOf(text))
    return numbers.has(column) ? room + text : text + room
  }
  return all.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}
