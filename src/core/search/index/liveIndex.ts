import type { Analyser } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import type { SearchDocument } from '#core/search/types'
import type { Id } from '#shared/model/scalars'
import { createGrowingOrder } from './growingOrder'
import { IndexBuilder } from './indexBuilder'
import { createMask } from './mask'
import type { MergeSource } from './merge/mergeSource'
import { groupsOfMap } from './merge/groups'

/** The small index of what is newest: searchable as it grows. */
export interface LiveIndex extends MergeSource {
  /** Adds a document, in place of an older one of its id. */
  readonly put: (document: SearchDocument) => void
  readonly remove: (id: Id) => void
  readonly ids: () => readonly Id[]
}

export const createLiveIndex = (analyser: Analyser): LiveIndex => {
  const builder = new IndexBuilder(analyser)
  const { occurrences, lengths, columns } = builder
  const numbers = new Map<Id, number>()
  const fields = searchFields.length
  const length = (document: number, field: number): number => lengths.at(document * fields + field)
  const mask = createMask(length)
  const order = createGrowingOrder(builder.terms)

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
    id: (document) => builder.ids[document] as Id,
    isMasked: mask.has,
    masked: mask.size,
    sums: mask.sums,
    length,
    term: (word) => builder.invertedIndex[word],
    word: (term) => builder.terms[term] ?? '',
    termCount: () => builder.terms.length,
    termsOfStem: (stem) => [...(builder.stems.get(stem) ?? [])],
    termsOfKey: (key) => [...(builder.keys.get(key) ?? [])],
    termsWithPrefix: order.withPrefix,
    frequency: (term) => occurrences.frequency(term),
    entries: (term) => {
      const entries = new Uint32Array(occurrences.entryCount(term))
      occurrences.copyEntries(term, entries, 0, undefined)
      return entries
    },
    entryCount: (term) => occurrences.entryCount(term),
    copyEntries: (term, into, at, within) => occurrences.copyEntries(term, into, at, within),
    positions: (term) => occurrences.read(term),
    posting: (term) => occurrences.read(term),
    column: (facet) => columns.get(facet) as NonNullable<ReturnType<typeof columns.get>>,
    published: (document) => builder.published[document],
    sortTitle: (document) => builder.sortTitles[document] ?? '',
    stemLanguages: () => [...builder.stemLanguages],
    sortedTerms: order.all,
    stems: () => groupsOfMap(builder.stems),
    keys: () => groupsOfMap(builder.keys),
  }
}
