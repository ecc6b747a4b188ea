import type { QueryNote } from '#shared/contract/search'

/** How a word is matched: as it is with its stem, by its beginning too, or with letters changed. */
export type WordMatch = 'whole' | 'prefix' | { readonly edits: 1 | 2 }

export interface WordNode {
  readonly type: 'word'
  readonly text: string
  readonly match: WordMatch
  readonly field?: number
}

export interface PhraseNode {
  readonly type: 'phrase'
  readonly text: string
  readonly field?: number
}

/** Two words or phrases of one text, in either order, with at most `distance` words between them. */
export interface NearNode {
  readonly type: 'near'
  readonly left: WordNode | PhraseNode
  readonly right: WordNode | PhraseNode
  readonly distance: number
}

/** `before` and `after` take a date known as far as it is (`2019-03`); `on` takes an interval too (`2018/2019-04`, `2018/..`). */
export interface DateNode {
  readonly type: 'date'
  readonly relation: DateRelation
  readonly date: string
}

/** A query as it was read. Offsets are not kept: notes and `explainQuery` carry them. */
export type QueryNode =
  | WordNode
  | PhraseNode
  | NearNode
  | DateNode
  | { readonly type: 'flag'; readonly flag: string }
  | { readonly type: 'kind'; readonly kind: string }
  | { readonly type: 'language'; readonly language: string }
  /** What an empty query asks for, or `*`. */
  | { readonly type: 'everything' }
  | { readonly type: 'all'; readonly parts: readonly QueryNode[] }
  | { readonly type: 'any'; readonly parts: readonly QueryNode[] }
  | { readonly type: 'not'; readonly part: QueryNode }

export type DateRelation = 'before' | 'after' | 'on'

export interface ParsedQuery {
  readonly readAs: 'query' | 'words'
  readonly notes: readonly QueryNote[]
  readonly root: QueryNode
}

/** A word under the cursor is matched by its beginning too: the one at the very end of the text. */
export const mostWords = 64
export const deepestNesting = 32

/** Words between the two of a `NEAR` that says no number; more than the largest would reach across passages. */
export const usualDistance = 10
export const longestDistance = 500
