import type { QueryNote } from '#shared/contract/search'

/** How a word is matched: as it is with its stem, by its beginning too, or with letters changed. */
export type WordMatch = 'whole' | 'prefix' | { readonly edits: 1 | 2 }

/** A query as it was read. Offsets are not kept: notes carry them. */
export type QueryNode =
  | { readonly type: 'word'; readonly text: string; readonly match: WordMatch; readonly field?: number }
  | { readonly type: 'phrase'; readonly text: string; readonly field?: number }
  | { readonly type: 'flag'; readonly flag: string }
  | { readonly type: 'kind'; readonly kind: string }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'date'; readonly relation: DateRelation; readonly date: string }
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
