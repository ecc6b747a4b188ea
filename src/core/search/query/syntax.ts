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

/** A query as it was read. Offsets are not kept: notes carry them. */
export type QueryNode =
  | WordNode
  | PhraseNode
  /** At most `distance` words between the two, in either order, within one text. */
  | {
      readonly type: 'near'
      readonly left: WordNode | PhraseNode
      readonly right: WordNode | PhraseNode
      readonly distance: number
    }
  | { readonly type: 'flag'; readonly flag: string }
  | { readonly type: 'kind'; readonly kind: string }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'date'; readonly relation: DateRelation; readonly date: string }
  /** Every item: an empty query with filters. */
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
