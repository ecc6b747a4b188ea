import type { FacetName } from '#shared/facets'
import type { Id } from '#shared/model/scalars'
import type { Marks } from './marks'

/** Values of a facet by document: document `d` has `values[numbers[at]]` for each `at` from `starts[d]` to `starts[d + 1]`. */
export interface FacetColumn {
  readonly values: readonly string[]
  readonly starts: ArrayLike<number>
  readonly numbers: ArrayLike<number>
}

/** Sums over the documents that count, for lengths relative to the average. */
export interface FieldSums {
  readonly documents: number
  /** Words in each field, and documents that have the field. */
  readonly lengths: readonly number[]
  readonly filled: readonly number[]
}

/** Where each entry of a term stands: of entry `at`, `values.subarray(starts[at], starts[at + 1])`, rising. */
export interface Positions {
  readonly starts: Uint32Array
  readonly values: Uint32Array
}

/** Keys of a term (document and field), rising, with the positions under each. */
export interface Posting extends Positions {
  readonly keys: Uint32Array
}

/**
 * One inverted index, whether saved or growing. Terms are folded words, told by a number of this shard; a stem leads to the
 * words that share it. A position is the ordinal of a word in its field of its document.
 */
export interface Shard {
  /** Documents, masked ones included. */
  readonly size: () => number
  readonly id: (document: number) => Id
  /** Whether a document was changed or removed since, so that it no longer counts here. */
  readonly isMasked: (document: number) => boolean
  readonly masked: () => number
  /** Over unmasked documents. */
  readonly sums: () => FieldSums
  /** Words in a field, at most 65,535. */
  readonly length: (document: number, field: number) => number
  readonly term: (word: string) => number | undefined
  readonly word: (term: number) => string
  readonly termCount: () => number
  readonly termsOfStem: (stem: string) => readonly number[]
  /** Words of other scripts that sound alike, by a transliteration key of the analyser. */
  readonly termsOfKey: (key: string) => readonly number[]
  readonly termsWithPrefix: (prefix: string) => readonly number[]
  /** Documents that hold the term in any field: exact, masked ones included. */
  readonly frequency: (term: number) => number
  /**
   * Document (20 bits), field (4) and count (8, at most 255) in one (`pack`), rising. It may be a view that is valid until the
   * next call.
   */
  readonly entries: (term: number) => Uint32Array
  /** How many `entries` a term has, masked ones included. */
  readonly entryCount: (term: number) => number
  /**
   * Puts a term's entries, or those in marked documents, into an array that has room for all of them from `at` on. Where they
   * end. A query goes through thousands of short lists: none of them becomes an array of its own.
   */
  readonly copyEntries: (term: number, into: Uint32Array, at: number, within: Marks | undefined) => number
  /** Positions of each entry, in the order of `entries`; may be views as those are. */
  readonly positions: (term: number) => Positions
  readonly column: (facet: FacetName) => FacetColumn
  /** Days since 1970-01-01 of the earliest and the latest day that `published` can mean; `undefined` where there is none. */
  readonly published: (document: number) => readonly [earliest: number, latest: number] | undefined
  /** What a headline is sorted by: its folded beginning. */
  readonly sortTitle: (document: number) => string
  /** Languages by whose stemmers its words were stemmed. */
  readonly stemLanguages: () => readonly string[]
}

/** A document of a shard is numbered in 20 bits: a shard holds about a million. */
export const mostDocuments = 2 ** 20

/** Positions left out between two texts of one field, so that no phrase and no NEAR crosses from one into the next. */
export const textGap = 1000

export const pack = (document: number, field: number, count: number): number =>
  ((document << 12) | (field << 8) | Math.min(count, 255)) >>> 0

/** Document and field together, as a key; and each part. */
export const keyOf = (entry: number): number => entry >>> 8
export const documentOf = (key: number): number => key >>> 4
export const fieldOf = (key: number): number => key & 15
export const countOf = (entry: number): number => entry & 255
