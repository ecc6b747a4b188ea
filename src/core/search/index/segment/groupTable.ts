import type { Groups } from '../merge/groups'
import { openDictionary } from './dictionary'
import { numbersOf, type SectionReader } from './sectionReader'
import { groupSections, type GroupTable } from './sectionNames'

export interface SavedGroups extends Groups {
  readonly termsOf: (name: string) => readonly number[]
}

export const openGroups = (table: GroupTable, size: number, section: SectionReader): SavedGroups => {
  const names = groupSections(table)
  const dictionary = openDictionary({
    size,
    bytes: section(names.names),
    blocks: numbersOf(section(names.blocks)),
  })
  const starts = numbersOf(section(names.starts))
  const terms = numbersOf(section(names.terms))
  const termsAt = (at: number): Uint32Array => terms.subarray(starts[at], starts[at + 1])
  return {
    size,
    name: dictionary.word,
    terms: termsAt,
    termsOf: (name) => {
      const at = dictionary.find(name)
      return at === undefined ? [] : [...termsAt(at)]
    },
  }
}
