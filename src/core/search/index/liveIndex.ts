import type { Analyser } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import type { SearchDocument } from '#core/search/types'
import type { Id } from '#shared/model/scalars'
import { IndexBuilder } from './indexBuilder'
import { countDocuments, createDocumentTables } from './documentTables'
import { createMask } from './mask'
import type { Shard } from './shard'

/** The small index of what is newer than the main one: searchable as it grows. */
export interface LiveIndex extends Shard {
  /** Adds a document, in place of an older one of its id. */
  readonly put: (document: SearchDocument) => void
  readonly remove: (id: Id) => void
  readonly ids: () => readonly Id[]
}

export const createLiveIndex = (analyser: Analyser): LiveIndex => {
  const builder = new IndexBuilder(analyser)
  const numbers = new Map<Id, number>()
  const kept = createDocumentTables()
  const fields = searchFields.length
  const posting = (term: number) => builder.invertedIndex[builder.terms[term] ?? '']
  const entries = (term: number): Uint32Array => Uint32Array.from(posting(term)?.entries ?? [])
  const mask = createMask((document, field) => builder.lengths[document * fields + field] ?? 0)

  const remove = (id: Id): void => {
    const number = numbers.get(id)
    if (number === undefined) return
    mask.set(number)
    numbers.delete(id)
  }

  return {
    put: (document) => {
      remove(document.id)
      numbers.set(document.id, builder.documentCount)
      builder.add(document)
      kept.add(document)
      mask.count(builder.documentCount - 1)
    },
    remove,
    ids: () => [...numbers.keys()],
    size: () => builder.documentCount,
    ...kept.reads,
    isMasked: mask.has,
    masked: mask.size,
    sums: mask.sums,
    length: (document, field) => builder.lengths[document * fields + field] ?? 0,
    term: (word) => builder.invertedIndex[word]?._index,
    word: (term) => builder.terms[term] ?? '',
    termCount: () => builder.terms.length,
    termsOfStem: (stem) => [...(builder.stems.get(stem) ?? [])],
    termsWithPrefix: (prefix) => {
      const found: number[] = []
      for (const [term, word] of builder.terms.entries()) if (word.startsWith(prefix)) found.push(term)
      return found
    },
    termsOfKey: () => [],
    frequency: (term) => countDocuments(entries(term)),
    entries,
    positions: (term) => ({
      starts: Uint32Array.from(posting(term)?.starts ?? []),
      values: Uint32Array.from(posting(term)?.positions ?? []),
    }),
    stemLanguages: () => [...builder.stemLanguages],
  }
}
