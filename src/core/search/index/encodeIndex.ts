import { createHash } from 'node:crypto'
import { analyserVersion } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import type { IndexBuilder, IndexedDocument } from './indexBuilder'

export const magic = 'CUTTIDX2'
/** magic, SHA-256 of everything after it, length of the JSON header. */
export const headLength = 8 + 32 + 4

export interface Section {
  readonly name: SectionName
  readonly start: number
  readonly bytes: number
}
export type SectionName =
  | 'documents'
  | 'words'
  | 'wordEntries'
  | 'entries'
  | 'positionStarts'
  | 'positions'
  | 'stems'
  | 'stemTerms'
  | 'terms'
  | 'lengths'

/** What the saved index says of itself. Where `analyser` or `fields` are others than this program's, it is made anew. */
export interface IndexHeader {
  readonly analyser: string
  readonly fields: readonly string[]
  readonly revision: number
  readonly documents: number
  readonly stemLanguages: readonly string[]
  readonly sections: readonly Section[]
}

/** By code units, as binary search over words compares. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const toBytes = (array: Uint32Array | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))

const documentLine = (document: IndexedDocument): string =>
  JSON.stringify([document.id, document.title, document.published ?? 0, document.facets])

/** Sorted words with where each one's entries begin, the entries one after the other, and the positions of each. */
const postings = (
  builder: IndexBuilder,
): {
  sorted: readonly string[]
  starts: Uint32Array
  entries: Uint32Array
  positionStarts: Uint32Array
  positions: Uint32Array
} => {
  const sorted = [...builder.terms].sort(byCodeUnit)
  const found = sorted.map((word) => builder.invertedIndex[word])
  const starts = new Uint32Array(sorted.length + 1)
  for (const [at, posting] of found.entries())
    starts[at + 1] = (starts[at] ?? 0) + (posting?.entries.length ?? 0)
  const entries = new Uint32Array(starts[sorted.length] ?? 0)
  const positionStarts = new Uint32Array(entries.length + 1)
  const positions = new Uint32Array(found.reduce((sum, posting) => sum + (posting?.positions.length ?? 0), 0))
  let next = 0
  for (const [at, posting] of found.entries()) {
    if (!posting) continue
    const begin = starts[at] ?? 0
    entries.set(posting.entries, begin)
    for (const [entry, start] of posting.starts.entries()) positionStarts[begin + entry] = next + start
    positions.set(posting.positions, next)
    next += posting.positions.length
  }
  return { sorted, starts, entries, positionStarts, positions }
}

/** Sorted stems with where the terms of each begin, and those terms by their place among the sorted words. */
const stemTables = (
  builder: IndexBuilder,
  sorted: readonly string[],
): { stems: readonly string[]; starts: Uint32Array; terms: Uint32Array } => {
  const places = new Uint32Array(sorted.length)
  for (const [at, word] of sorted.entries()) places[builder.invertedIndex[word]?._index ?? 0] = at
  const stems = [...builder.stems.keys()].sort(byCodeUnit)
  const starts = new Uint32Array(stems.length + 1)
  const terms: number[] = []
  for (const [at, stem] of stems.entries()) {
    for (const term of builder.stems.get(stem) ?? []) terms.push(places[term] ?? 0)
    starts[at + 1] = terms.length
  }
  return { stems, starts, terms: Uint32Array.from(terms) }
}

/** The bytes of a saved index: a checksum, a header in JSON, then tables that are used in place. */
export const encodeIndex = (builder: IndexBuilder, revision: number): Uint8Array => {
  const { sorted, starts, entries, positionStarts, positions } = postings(builder)
  const stems = stemTables(builder, sorted)
  const parts: readonly (readonly [SectionName, Uint8Array])[] = [
    ['wordEntries', toBytes(starts)],
    ['entries', toBytes(entries)],
    ['positionStarts', toBytes(positionStarts)],
    ['positions', toBytes(positions)],
    ['stemTerms', toBytes(stems.starts)],
    ['terms', toBytes(stems.terms)],
    ['lengths', toBytes(Uint16Array.from(builder.lengths))],
    ['words', text(sorted)],
    ['stems', text(stems.stems)],
    ['documents', text(builder.documents.map(documentLine))],
  ]
  let start = 0
  const sections = parts.map(([name, bytes]): Section => {
    const section = { name, start, bytes: bytes.length }
    start += Math.ceil(bytes.length / 8) * 8
    return section
  })
  const header: IndexHeader = {
    analyser: analyserVersion,
    fields: searchFields.map((field) => field.name),
    revision,
    documents: builder.documentCount,
    stemLanguages: [...builder.stemLanguages].sort(),
    sections,
  }
  return assemble(header, parts, start)
}

/** Where the tables begin: after the header, at a multiple of 8, so that they can be read in place. */
export const tablesStart = (headerLength: number): number => Math.ceil((headLength + headerLength) / 8) * 8

const assemble = (
  header: IndexHeader,
  parts: readonly (readonly [SectionName, Uint8Array])[],
  tableBytes: number,
): Uint8Array => {
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  const begin = tablesStart(headerBytes.length)
  const bytes = new Uint8Array(begin + tableBytes)
  bytes.set(new TextEncoder().encode(magic))
  new DataView(bytes.buffer).setUint32(40, headerBytes.length, true)
  bytes.set(headerBytes, headLength)
  for (const [at, [, part]] of parts.entries()) bytes.set(part, begin + (header.sections[at]?.start ?? 0))
  bytes.set(createHash('sha256').update(bytes.subarray(40)).digest(), 8)
  return bytes
}
