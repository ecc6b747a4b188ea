import { readDate } from '../text/readDate'
import { readPosition } from './readPosition'

/** What the cells of a column are, where they say it by themselves. */
export type ColumnContent = 'url' | 'doi' | 'date' | 'position'

const isUrl = (cell: string): boolean => /^https?:\/\/[^\s]+$/i.test(cell)
const isDoi = (cell: string): boolean =>
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,9}\/\S+$/i.test(cell)
const isDate = (cell: string): boolean =>
  /\d{4}/.test(cell) && /\D/.test(cell) && readDate(cell) !== undefined

const kinds: readonly (readonly [ColumnContent, (cell: string) => boolean])[] = [
  ['doi', isDoi],
  ['url', isUrl],
  ['position', (cell) => readPosition(cell) !== undefined],
  ['date', isDate],
]

/** Told only where every filled cell of the sample is of the kind. */
export const columnContent = (cells: readonly string[]): ColumnContent | undefined => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell.length < 1000)
  if (filled.length === 0) return undefined
  return kinds.find(([, isKind]) => filled.every(isKind))?.[0]
}
