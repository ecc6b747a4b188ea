import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'
import { inflateParts } from './inflateParts'
import { rangeParts } from './rangeParts'
import type { ListedEntry } from './zipEntry'

const localHeader = { length: 30, signature: 0x04034b50 } as const
const stored = 0
const deflated = 8

/** Bytes of one unpacked part. */
const chunkSize = 96 * 1024

const damaged = (reason: string, cause?: unknown): CuttingsError =>
  new CuttingsError('damaged-file', { reason }, { cause })

/** Where the data begins: names and extra fields of the local header may be longer than those of the directory. */
const dataStart = async (source: ByteSource, { at, packed }: ListedEntry): Promise<number> => {
  const bytes = await source.read(at, localHeader.length)
  if (bytes.length < localHeader.length) throw damaged('unexpected EOF')
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = header.getUint32(0, true)
  if (signature !== localHeader.signature)
    throw damaged(`invalid local file header signature: 0x${signature.toString(16)}`)
  const start = at + localHeader.length + header.getUint16(26, true) + header.getUint16(28, true)
  if (start + packed > source.size)
    throw damaged(`file data overflows file bounds: ${start} + ${packed} > ${source.size}`)
  return start
}

/** Up to here a file is unpacked at once: a stream of its own costs more than most small files do. */
const small = 128 * 1024

/** Undefined where it unpacks to more than it says, which the other way finds out. */
const unpackSmall = async (
  source: ByteSource,
  start: number,
  { packed, stated }: ListedEntry,
): Promise<Uint8Array | undefined> => {
  const bytes = await source.read(start, packed)
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, stated) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw error
  }
}

async function* unpacked(source: ByteSource, entry: ListedEntry): AsyncGenerator<Uint8Array> {
  const start = await dataStart(source, entry)
  const isSmall = entry.method === deflated && entry.packed <= small && entry.stated <= small
  const whole = isSmall ? await unpackSmall(source, start, entry) : undefined
  if (whole) {
    yield whole
    return
  }
  const packed = rangeParts(source, start, start + entry.packed)
  yield* entry.method === stored ? packed : inflateParts(packed, createInflateRaw({ chunkSize }))
}

/** Lets through what agrees with the directory: as many bytes as stated, of the stated checksum. */
async function* checked(
  parts: AsyncIterable<Uint8Array>,
  { stated, crc }: ListedEntry,
  most: number,
): AsyncGenerator<Uint8Array> {
  let count = 0
  let sum = 0
  for await (const part of parts) {
    count += part.length
    if (count > most) throw new CuttingsError('limit', { what: 'bytes in one file inside', most })
    if (count > stated)
      throw damaged(`too many bytes in the stream. expected ${stated}. got at least ${count}`)
    sum = crc32(part, sum)
    yield part
  }
  if (count < stated) throw damaged(`not enough bytes in the stream. expected ${stated}. got only ${count}`)
  if (sum !== crc) throw damaged('its checksum does not agree with its content')
}

/** The real bytes of an entry, never the directory's word. Throws `damaged-file`, `encrypted`, `unknown-format`, `limit`. */
export async function* entryParts(
  source: ByteSource,
  entry: ListedEntry,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw new CuttingsError('encrypted')
  if (entry.method !== stored && entry.method !== deflated)
    throw new CuttingsError('unknown-format', { found: `unsupported compression method: ${entry.method}` })
  try {
    yield* checked(unpacked(source, entry), entry, most)
  } catch (error) {
    if (error instanceof CuttingsError) throw error
    throw damaged(error instanceof Error ? error.message : String(error), error)
  }
}
