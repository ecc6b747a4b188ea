import type { FacetName } from '#shared/facets'
import type { FacetColumn } from '../shard'
import { numbersOf, type SectionReader } from './sectionReader'
import { columnSections } from './sectionNames'

export const openColumn = (facet: FacetName, section: SectionReader): FacetColumn => {
  const names = columnSections(facet)
  const starts = numbersOf(section(names.starts))
  const bytes = section(names.numbers)
  // Numbers are written in 16 bits where that is enough.
  const isShort = bytes.length === 2 * (starts.at(-1) ?? 0)
  return {
    values: JSON.parse(new TextDecoder().decode(section(names.values))) as string[],
    starts,
    numbers: isShort ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2) : numbersOf(bytes),
  }
}
