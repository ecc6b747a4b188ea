import type { ItemKind } from '#shared/model/kinds'
import type { Id } from '#shared/model/scalars'

/** What a filter asks of a document without reading it. */
export interface IndexedDocument {
  readonly id: Id
  readonly kind: ItemKind
  readonly published?: string
  readonly language?: string
  readonly flags: readonly string[]
}

/** Sums over the documents that count, for lengths relative to the average. */
export interface FieldSums {
  readonly documents: number
  /** Words in each field, and documents that have the field. */
  readonly lengths: readonly number[]
  readonly filled: readonly number[]
}

/**
 * One inverted index as the executor reads it, whether saved or growing. Terms are folded words, told by a number of this
 * shard; a stem leads to the words that share it. An entry packs document, field and number of occurrences (`unpack`).
 */
export interface Shard {
  readonly size: () => number
  readonly document: (number: number) => IndexedDocument | undefined
  /** Whether a document was changed or removed since, so that it no longer counts here. */
  readonly isMasked: (number: number) => boolean
  readonly masked: () => number
  readonly sums: () => FieldSums
  readonly length: (number: number, field: number) => number
  readonly term: (word: string) => number | undefined
  readonly word: (term: number) => string
  readonly termCount: () => number
  readonly termsOfStem: (stem: string) => readonly number[]
  readonly termsWithPrefix: (prefix: string) => readonly number[]
  readonly entries: (term: number) => ArrayLike<number>
  /** Languages by whose stemmers its words were stemmed. */
  readonly stemLanguages: () => readonly string[]
}

/** A document of a shard is numbered in 20 bits: a shard holds about a million. */
export const mostDocuments = 2 ** 20

export const pack = (document: number, field: number, count: number): number =>
  ((document << 12) | (field << 8) | Math.min(count, 255)) >>> 0

/** Document and field together, as a key; and each part. */
export const keyOf = (entry: number): number => entry >>> 8
export const documentOf = (key: number): number => key >>> 4
export const fieldOf = (key: number): number => key & 15
export const countOf = (entry: number): number => entry & 255
