import type { Id } from '#shared/model/scalars'
import { createMask } from '../mask'
import { noDay } from '../merge/mergeShards'
import type { MergeSource } from '../merge/mergeSource'
import { openColumn } from './columns'
import { openDictionary } from './dictionary'
import { isUndamaged, readSections, writtenChecksum, type SegmentHeader, type Sections } from './format'
import { openGroups } from './groupTable'
import { openIdTable } from './idTable'
import { createPostingReader } from './postings'
import { numbersOf, sectionReader } from './sectionReader'
import { sectionNames } from './sectionNames'
import type { FacetName } from '#shared/facets'
import type { FacetColumn, Posting } from '../shard'

/** A part of the index that never changes but by hiding documents. Its documents are ordered by id. */
export interface Segment extends MergeSource {
  /** SHA-256 of its content, in hex. */
  readonly checksum: string
  readonly bytes: Uint8Array
  /** Number of a document, masked or not. */
  readonly find: (id: Id) => number | undefined
  /** Hides a document that was changed or removed since. */
  readonly mask: (document: number) => void
  readonly maskedDocuments: () => readonly number[]
}

const create = (bytes: Uint8Array, header: SegmentHeader, sections: Sections): Segment => {
  const section = sectionReader(sections)
  const dictionary = openDictionary({
    size: header.terms,
    bytes: section(sectionNames.terms),
    blocks: numbersOf(section(sectionNames.termBlocks)),
  })
  const entryStarts = numbersOf(section(sectionNames.entryStarts))
  const positionStarts = numbersOf(section(sectionNames.positionStarts))
  const postings = createPostingReader(section(sectionNames.entries), section(sectionNames.positions))
  const posting = (term: number): Posting =>
    postings.posting(entryStarts[term] as number, positionStarts[term] as number)
  const ids = openIdTable(section(sectionNames.ids))
  const lengthBytes = section(sectionNames.lengths)
  const lengths = new Uint16Array(lengthBytes.buffer, lengthBytes.byteOffset, lengthBytes.length / 2)
  const dayBytes = section(sectionNames.published)
  const days = new Int32Array(dayBytes.buffer, dayBytes.byteOffset, dayBytes.length / 4)
  const titles = section(sectionNames.titles)
  const titleText = Buffer.from(titles.buffer, titles.byteOffset, titles.length)
  const titleStarts = numbersOf(section(sectionNames.titleStarts))
  const stems = openGroups('stems', header.stems, section)
  const keys = openGroups('keys', header.keys, section)
  const columns = new Map<FacetName, FacetColumn>()
  // Of all documents field by field: a query mostly asks for those of running text.
  const length = (document: number, field: number): number =>
    lengths[field * header.documents + document] as number
  const mask = createMask(length, header.sums)

  return {
    checksum: writtenChecksum(bytes),
    bytes,
    find: ids.find,
    mask: mask.set,
    maskedDocuments: mask.documents,
    size: () => header.documents,
    id: ids.id,
    isMasked: mask.has,
    masked: mask.size,
    sums: mask.sums,
    length,
    term: dictionary.find,
    word: dictionary.word,
    termCount: () => header.terms,
    termsOfStem: stems.termsOf,
    termsOfKey: keys.termsOf,
    termsWithPrefix: (prefix) => {
      const [from, to] = dictionary.withPrefix(prefix)
      return Array.from({ length: to - from }, (_, at) => from + at)
    },
    frequency: (term) => postings.frequency(entryStarts[term] as number),
    entries: (term) => postings.entries(entryStarts[term] as number),
    entryCount: (term) => postings.entryCount(entryStarts[term] as number),
    copyEntries: (term, into, at, within) =>
      postings.copyEntries(entryStarts[term] as number, into, at, within),
    positions: posting,
    posting,
    column: (facet) => {
      const known = columns.get(facet)
      if (known) return known
      const column = openColumn(facet, section)
      columns.set(facet, column)
      return column
    },
    published: (document) => {
      const earliest = days[2 * document] ?? noDay
      return earliest === noDay ? undefined : [earliest, days[2 * document + 1] as number]
    },
    sortTitle: (document) => titleText.toString('utf8', titleStarts[document], titleStarts[document + 1]),
    stemLanguages: () => header.stemLanguages,
    sortedTerms: () => Uint32Array.from(entryStarts.keys()),
    stems: () => stems,
    keys: () => keys,
  }
}

/**
 * A segment from its bytes, which are read in place: no object is made for a term or a document. `undefined` where they are
 * damaged, half written, or of another version of the format or of the analyser: the index is derived, so that costs making
 * it anew and is no error. `check` is another where there is time for a surer one, and in the tests of the checksum.
 */
export const openSegment = (
  saved: Uint8Array,
  check: (bytes: Uint8Array) => boolean = isUndamaged,
): Segment | undefined => {
  if (!check(saved)) return undefined
  // The tables are read in place, which needs their bytes at a multiple of 8.
  const bytes = saved.byteOffset % 8 === 0 ? saved : Uint8Array.from(saved)
  const read = readSections(bytes)
  return read && create(bytes, read.header, read.sections)
}

/**
 * A segment that was just made, and handed over in memory: its checksum, of tens of megabytes, is not computed again on the
 * thread that answers.
 */
export const openNewSegment = (bytes: Uint8Array): Segment => {
  const segment = openSegment(bytes, () => true)
  if (!segment) throw new TypeError('a new segment could not be read back')
  return segment
}
