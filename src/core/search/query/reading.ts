import type { Lexeme } from './lexer'
import type { WordNode } from './syntax'
import { isSearchable } from './wordNode'

/**
 * What a piece of a query was read as: `beginning` is `pref*`, a word that is still typed, or `*` alone; `similar` is `wrod~1`;
 * `ignored` has no part in what is looked for.
 */
export type ReadAs =
  | 'word'
  | 'beginning'
  | 'similar'
  | 'phrase'
  | 'near'
  | 'operator'
  | 'parenthesis'
  | 'field'
  | 'value'
  | 'date'
  | 'ignored'

export interface Reading {
  readonly readAs: ReadAs
  /** Name of the field that it is looked for in, or is a value of, as typed. */
  readonly field?: string
  /** It stands behind `NOT` or `-`. */
  readonly excluded?: true
}

export type Readings = ReadonlyMap<Lexeme, Reading>

export const readingOfWord = ({ text, match }: WordNode): ReadAs => {
  if (!isSearchable(text)) return 'ignored'
  if (typeof match === 'object') return 'similar'
  return match === 'prefix' ? 'beginning' : 'word'
}
