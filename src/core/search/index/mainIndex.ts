import { searchFields } from '#core/search/fields'
import type { Id } from '#shared/model/scalars'
import { createMask } from './mask'
import { countDocuments, createDocumentTables } from './documentTables'
import type { IndexedDocument } from './indexBuilder'
import type { Shard } from './shard'

export interface IndexTables {
  readonly revision: number
  readonly stemLanguages: readonly string[]
  readonly documents: readonly IndexedDocument[]
  /** Sorted by code units, as `stems` are. */
  readonly words: readonly string[]
  readonly wordEntries: Uint32Array
  readonly entries: Uint32Array
  /** By entry, into `positions`. */
  readonly positionStarts: Uint32Array
  readonly positions: Uint32Array
  readonly stems: readonly string[]
  readonly stemTerms: Uint32Array
  readonly terms: Uint32Array
  readonly lengths: Uint16Array
}

/** The saved index of the archive as it was at a revision. */
export interface MainIndex extends Shard {
  readonly revision: number
  /** Hides a document that was changed or removed since. */
  readonly mask: (id: Id) => void
}

/** Place of the first string that is not less than this one. */
const lowerBound = (sorted: readonly string[], wanted: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

const find = (sorted: readonly string[], wanted: string): number | undefined => {
  const at = lowerBound(sorted, wanted)
  return sorted[at] === wanted ? at : undefined
}

export const createMainIndex = (tables: IndexTables): MainIndex => {
  const { words, wordEntries, entries, stems, stemTerms, terms, lengths, documents } = tables
  const numbers = new Map(documents.map((document, number) => [document.id, number]))
  const fields = searchFields.length
  const length = (document: number, field: number): number => lengths[document * fields + field] ?? 0
  const mask = createMask(length)
  const kept = createDocumentTables()
  for (const document of documents) kept.add(document)
  const entriesOf = (term: number): Uint32Array => entries.subarray(wordEntries[term], wordEntries[term + 1])
  for (const number of documents.keys()) mask.count(number)

  return {
    revision: tables.revision,
    mask: (id) => {
      const number = numbers.get(id)
      if (number !== undefined) mask.set(number)
    },
    size: () => documents.length,
    ...kept.reads,
    isMasked: mask.has,
    masked: mask.size,
    sums: mask.sums,
    length,
    term: (word) => find(words, word),
    word: (term) => words[term] ?? '',
    termCount: () => words.length,
    termsOfStem: (stem) => {
      const at = find(stems, stem)
      return at === undefined ? [] : [...terms.subarray(stemTerms[at], stemTerms[at + 1])]
    },
    termsWithPrefix: (prefix) => {
      const found: number[] = []
      for (let at = lowerBound(words, prefix); words[at]?.startsWith(prefix); at++) found.push(at)
      return found
    },
    termsOfKey: () => [],
    frequency: (term) => countDocuments(entriesOf(term)),
    entries: entriesOf,
    positions: (term) => ({
      starts: tables.positionStarts.subarray(wordEntries[term], (wordEntries[term + 1] ?? 0) + 1),
      values: tables.positions,
    }),
    stemLanguages: () => tables.stemLanguages,
  }
}
