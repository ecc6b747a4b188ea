import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { analyserVersion } from '#core/search/analysis/analyser'
import { searchFields } from '#core/search/fields'
import { facetNames } from '#shared/facets'
import type { FieldSums } from '../shard'

export const magic = 'CUTTSEG3'
/** Where its parts begin: after the magic SHA-256 of the content, CRC-32 of all else, then the content: length of the JSON header, header, tables. */
const sha256Start = 8
const crc32Start = sha256Start + 32
const contentStart = crc32Start + 4
const headLength = contentStart + 4

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

const sha256 = (bytes: Uint8Array): Buffer =>
  createHash('sha256').update(bytes.subarray(contentStart)).digest()

/** Of all but itself, so that damage of the name above is noticed as well. */
const quickSum = (bytes: Uint8Array): number =>
  crc32(bytes.subarray(contentStart), crc32(bytes.subarray(0, crc32Start)))

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A segment's SHA-256 in hex, as it is written in it: by it the manifest knows the segment. */
export const writtenChecksum = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(sha256Start, crc32Start)).toString('hex')

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
  viewOf(bytes).setUint32(contentStart, headerBytes.length, true)
  bytes.set(headerBytes, headLength)
  for (const [name, at] of places) bytes.set(sections.get(name) as Uint8Array, begin + at)
  bytes.set(sha256(bytes), sha256Start)
  viewOf(bytes).setUint32(crc32Start, quickSum(bytes), true)
  return bytes
}

/**
 * Whether no bytes of a segment were damaged, as it is asked at each start: CRC-32 takes under half the time of SHA-256 and misses one
 * damage in four thousand million.
 */
export const isUndamaged = (bytes: Uint8Array): boolean =>
  bytes.length > headLength &&
  Buffer.from(bytes.subarray(0, sha256Start)).toString('latin1') === magic &&
  viewOf(bytes).getUint32(crc32Start, true) === quickSum(bytes)

/** The same beyond doubt, where nobody waits: before a segment becomes part of another one, and when the doctor looks. */
export const isWhole = (bytes: Uint8Array): boolean =>
  isUndamaged(bytes) && sha256(bytes).equals(bytes.subarray(sha256Start, crc32Start))

const isOurs = ({ analyser, fields, facets }: SegmentHeader): boolean =>
  analyser === analyserVersion &&
  fields.join() === searchFields.map(({ name }) => name).join() &&
  facets.join() === facetNames.join()

/** Header and tables, read in place; `undefined` where the segment is of another analyser. */
export const readSections = (
  bytes: Uint8Array,
): { readonly header: SegmentHeader; readonly sections: Sections } | undefined => {
  const headerLength = viewOf(bytes).getUint32(contentStart, true)
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
