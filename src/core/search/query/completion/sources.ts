import type { FacetName } from '#shared/facets'

/** A word or a value, and how many items have it. */
export interface Counted {
  readonly text: string
  readonly count: number
}

/** What completion asks of the archive. Both answer with the commonest first, at most so many. */
export interface CompletionSources {
  /** Words, as they are indexed, that begin so; the prefix is folded. */
  readonly words: (prefix: string, most: number) => readonly Counted[]
  /** Values of which a word begins so, in any spelling; those that begin so themselves come first. */
  readonly values: (facet: FacetName, prefix: string, most: number) => readonly Counted[]
}
