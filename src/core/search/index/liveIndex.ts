import type { Analyser } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import type { SearchDocument } from '#core/search/types'
import type { Id } from '#shared/model/scalars'
import { IndexBuilder } from './indexBuilder'
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
  const fields = searchFields.length
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
      mask.count(builder.documentCount - 1)
    },
    remove,
    ids: () => [...numbers.keys()],
    size: () => builder.documentCount,
    document: (number) => builder.documents[number],
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
    entries: (term) => builder.invertedIndex[builder.terms[term] ?? '']?.entries ?? [],
    stemLanguages: () => [...builder.stemLanguages],
  }
}
