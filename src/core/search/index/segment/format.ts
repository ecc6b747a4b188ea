import { createHash } from 'node:crypto'
import { analyserVersion } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import { facetNames } from '#shared/facets'
import type { FieldSums } from '../shard'

export const magic = 'CUTTSEG1'
/** magic, SHA-256 of everything after it, length of the JSON header. */
const headLength = 8 + 32 + 4

/** What a segment says of itself. One of another analyser, other fields or other facets is made anew. */
export interface SegmentHeader {
  readonly analyser: string
  readonly fields: readonly string[]
  readonly facets: readonly string[]
  readonly documents: number
  readonly terms: number
  readonly stems: number
  readonly keys: number
  readonly sums: FieldSums
  readonly stemLanguages: readonly string[]
  /** Name, start and number of bytes of each table, from the end of the header. */
  readonly sections: readonly (readonly [name: string, start: number, bytes: number])[]
}

export type SegmentFacts = Pick<
  SegmentHeader,
  'documents' | 'terms' | 'stems' | 'keys' | 'sums' | 'stemLanguages'
>

/** A table by its name. */
export type Sections = ReadonlyMap<string, Uint8Array>

/** Where the tables begin: after the header, at a multiple of 8, so that they can be read in place. */
const tablesStart = (headerLength: number): number => align(headLength + headerLength)

const align = (length: number): number => Math.ceil(length / 8) * 8

export const numberBytes = (array: Uint32Array | Uint16Array | Int32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

const checksum = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes.subarray(40)).digest()

/** A segment's checksum in hex, as it is written in it: by it the manifest knows the segment. */
export const writtenChecksum = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(8, 40)).toString('hex')

export const assembleSegment = (facts: SegmentFacts, sections: Sections): Uint8Array => {
  let start = 0
  const places = [...sections].map(([name, bytes]) => {
    const place = [name, start, bytes.length] as const
    start += align(bytes.length)
    return place
  })
  const header: SegmentHeader = {
    analyser: analyserVersion,
    fields: searchFields.map(({ name }) => name),
    facets: facetNames,
    ...facts,
    sections: places,
  }
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  const begin = tablesStart(headerBytes.length)
  const bytes = new Uint8Array(begin + start)
  bytes.set(new TextEncoder().encode(magic))
  new DataView(bytes.buffer).setUint32(40, headerBytes.length, true)
  bytes.set(headerBytes, headLength)
  for (const [name, at] of places) bytes.set(sections.get(name) as Uint8Array, begin + at)
  bytes.set(checksum(bytes), 8)
  return bytes
}

/** Whether these bytes are whole: the checksum covers all that follows it. */
export const isWhole = (bytes: Uint8Array): boolean =>
  bytes.length > headLength &&
  Buffer.from(bytes.subarray(0, 8)).toString('latin1') === magic &&
  checksum(bytes).equals(bytes.subarray(8, 40))

const isOurs = ({ analyser, fields, facets }: SegmentHeader): boolean =>
  analyser === analyserVersion &&
  fields.join() === searchFields.map(({ name }) => name).join() &&
  facets.join() === facetNames.join()

/** Header and tables, read in place; `undefined` where the segment is of another analyser. */
export const readSections = (
  bytes: Uint8Array,
): { readonly header: SegmentHeader; readonly sections: Sections } | undefined => {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(40, true)
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(headLength, headLength + headerLength)),
  ) as SegmentHeader
  if (!isOurs(header)) return undefined
  const begin = tablesStart(headerLength)
  const sections = header.sections.map(
    ([name, start, length]) => [name, bytes.subarray(begin + start, begin + start + length)] as const,
  )
  return { header, sections: new Map(sections) }
}
