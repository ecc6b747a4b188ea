import { GrowingNumbers } from '../growingNumbers'
import { createDictionaryWriter } from '../segment/dictionary'
import { numberBytes } from '../segment/format'
import { groupSections, type GroupTable } from '../segment/sectionNames'
import { alignWords } from './alignWords'
import type { Groups } from './groups'
import type { MergeSource } from './mergeSource'

/** Terms of these groups by their new numbers, rising. */
const mergedTerms = (
  groups: readonly Groups[],
  places: Int32Array,
  numbers: readonly Int32Array[],
): number[] => {
  const terms = new Set<number>()
  for (const [from, group] of groups.entries()) {
    const place = places[from] as number
    if (place < 0) continue
    for (const term of group.terms(place)) {
      const number = numbers[from]?.[term] as number
      if (number >= 0) terms.add(number)
    }
  }
  return [...terms].sort((a, b) => a - b)
}

/** Stems or keys of these sources over the terms of the merged segment (`numbers`, as `mergeTerms` gives them). */
export const mergeGroups = (
  table: GroupTable,
  sources: readonly MergeSource[],
  numbers: readonly Int32Array[],
): { readonly size: number; readonly sections: readonly (readonly [string, Uint8Array])[] } => {
  const names = groupSections(table)
  const dictionary = createDictionaryWriter()
  const [starts, terms] = [new GrowingNumbers(), new GrowingNumbers()]
  const groups = sources.map((source) => source[table]())
  const lists = groups.map((group) => ({ size: group.size, word: group.name }))
  alignWords(lists, (name, places) => {
    const sharing = mergedTerms(groups, places, numbers)
    if (sharing.length === 0) return
    dictionary.add(name)
    starts.push(terms.length)
    for (const term of sharing) terms.push(term)
  })
  starts.push(terms.length)
  const { size, bytes, blocks } = dictionary.finish()
  return {
    size,
    sections: [
      [names.names, bytes],
      [names.blocks, numberBytes(blocks)],
      [names.starts, numberBytes(starts.view())],
      [names.terms, numberBytes(terms.view())],
    ],
  }
}
