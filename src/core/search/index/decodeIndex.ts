import { createHash } from 'node:crypto'
import { analyserVersion } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import { headLength, magic, tablesStart, type IndexHeader, type SectionName } from './encodeIndex'
import { createMainIndex, type IndexTables, type MainIndex } from './mainIndex'
import type { IndexedDocument } from './indexBuilder'

/** Whether these bytes are whole: the checksum covers all that follows it. */
export const isWhole = (bytes: Uint8Array): boolean =>
  bytes.length > headLength &&
  Buffer.from(bytes.subarray(0, 8)).equals(Buffer.from(magic)) &&
  createHash('sha256').update(bytes.subarray(40)).digest().equals(bytes.subarray(8, 40))

const isOurs = (header: IndexHeader): boolean =>
  header.analyser === analyserVersion &&
  header.fields.join() === searchFields.map((field) => field.name).join()

const lines = (bytes: Uint8Array): string[] =>
  bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n')

const documentOfLine = (line: string): IndexedDocument => {
  const [id, title, published, facets] = JSON.parse(line) as [
    string,
    string,
    string | 0,
    IndexedDocument['facets'],
  ]
  return { id, title, facets, ...(published ? { published } : {}) }
}

const tablesOf = (bytes: Uint8Array, header: IndexHeader, begin: number): IndexTables => {
  const section = (name: SectionName): Uint8Array => {
    const found = header.sections.find((candidate) => candidate.name === name)
    return found
      ? bytes.subarray(begin + found.start, begin + found.start + found.bytes)
      : bytes.subarray(0, 0)
  }
  const words = (name: SectionName): Uint32Array => {
    const part = section(name)
    return new Uint32Array(part.buffer, part.byteOffset, part.byteLength / 4)
  }
  const lengths = section('lengths')
  return {
    revision: header.revision,
    stemLanguages: header.stemLanguages,
    documents: lines(section('documents')).map(documentOfLine),
    words: lines(section('words')),
    wordEntries: words('wordEntries'),
    entries: words('entries'),
    positionStarts: words('positionStarts'),
    positions: words('positions'),
    stems: lines(section('stems')),
    stemTerms: words('stemTerms'),
    terms: words('terms'),
    lengths: new Uint16Array(lengths.buffer, lengths.byteOffset, lengths.byteLength / 2),
  }
}

/**
 * The main index from its saved bytes; `undefined` where they are damaged, half written, or of another version of the format
 * or of the analyser: the index is derived, so that costs a rebuild and is no error. `check` is for the tests of the
 * checksum alone.
 */
export const decodeIndex = (
  saved: Uint8Array,
  check: (bytes: Uint8Array) => boolean = isWhole,
): MainIndex | undefined => {
  if (!check(saved)) return undefined
  // The tables are read in place, which needs their bytes at a multiple of 4.
  const bytes = saved.byteOffset % 8 === 0 ? saved : Uint8Array.from(saved)
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(40, true)
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(headLength, headLength + headerLength)),
  ) as IndexHeader
  if (!isOurs(header)) return undefined
  return createMainIndex(tablesOf(bytes, header, tablesStart(headerLength)))
}
