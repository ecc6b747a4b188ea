import type { Id } from '#shared/model/scalars'

/** Sums over the documents that count, for lengths relative to the average. */
export interface FieldSums {
  readonly documents: number
  /** Words in each field, and documents that have the field. */
  readonly lengths: readonly number[]
  readonly filled: readonly number[]
}

/** One inverted index, whether saved or growing. Terms are folded words, told by a number of this shard. */
export interface Shard {
  /** Documents, masked ones included. */
  readonly size: () => number
  readonly id: (document: number) => Id
  /** Changed or removed since. */
  readonly isMasked: (document: number) => boolean
  readonly masked: () => number
  /** Over unmasked documents, by field. */
  readonly sums: () => FieldSums
  /** Words in a field of a document. */
  readonly length: (document: number, field: number) => number
  readonly term: (word: string) => number | undefined
  readonly word: (term: number) => string
  readonly termCount: () => number
  readonly termsOfStem: (stem: string) => readonly number[]
  /** Words of other scripts that sound alike (transliteration key from the analyser). */
  readonly termsOfKey: (key: string) => readonly number[]
  readonly termsWithPrefix: (prefix: string) => readonly number[]
  /** Documents that hold the term, in any field (an upper bound is not enough: exact, masked ones included). */
  readonly frequency: (term: number) => number
  /** Packed: document (20 bits), field (4), count (8, at most 255); rising. May be a view that is valid until the next call. */
  readonly entries: (term: number) => Uint32Array
  /** Positions of each entry, in the order of `entries`: of entry `at` they are `values.subarray(starts[at], starts[at + 1])`, rising. */
  readonly positions: (term: number) => TermPositions
  readonly column: (facet: FacetName) => FacetColumn
  /** Days since 1970-01-01 of the earliest and latest day that `published` (EDTF) can mean; `undefined` where there is none. */
  readonly published: (document: number) => readonly [earliest: number, latest: number] | undefined
  /** What a headline is sorted by: its folded beginning. */
  readonly sortTitle: (document: number) => string
  /** Languages by whose stemmers its words were stemmed. */
  readonly stemLanguages: () => readonly string[]
}

export interface TermPositions {
  readonly starts: Uint32Array
  readonly values: Uint32Array
}

/** Values of a facet by document: document `d` has `values[numbers[at]]` for each `at` from `starts[d]` to `starts[d + 1]`. */
export interface FacetColumn {
  readonly values: readonly string[]
  readonly starts: ArrayLike<number>
  readonly numbers: ArrayLike<number>
}

export const facetNames = [
  'kind',
  'language',
  'publisher',
  'source',
  'place',
  'person',
  'keyword',
  'month',
  'has',
  'is',
] as const
export type FacetName = (typeof facetNames)[number]

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
