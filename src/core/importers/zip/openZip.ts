import { PassThrough, type Readable } from 'node:stream'
import yauzl from 'yauzl'
import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'

/** Entries of one archive file, at most (security: limits for foreign bytes). */
export const mostEntries = 100_000

/** One entry. `name` is data: whatever stands in it, it is never a path. */
export interface ZipEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  /** Bytes as the directory states them: not to be believed. */
  readonly stated: number
  /** The real bytes in parts. Throws `damaged-file`, `encrypted`, or `limit` above `most` bytes. */
  readonly parts: (most?: number) => AsyncIterable<Uint8Array>
}

class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const stream = new PassThrough()
    void this.pump(stream, start, end)
    return stream
  }

  private async pump(stream: PassThrough, start: number, end: number): Promise<void> {
    try {
      for (let at = start; at < end && !stream.destroyed;) {
        const part = await this.source.read(at, Math.min(partSize, end - at))
        if (part.length === 0) break
        at += part.length
        if (!stream.write(part)) await drained(stream)
      }
      stream.end()
    } catch (error) {
      stream.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

const partSize = 256 * 1024

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    stream.once('drain', resolve)
    stream.once('close', resolve)
  })

const damaged = (error: unknown): CuttingsError =>
  error instanceof CuttingsError
    ? error
    : new CuttingsError('damaged-file', { reason: reasonOf(error) }, { cause: error })

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function* realBytes(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new CuttingsError('encrypted')
  let count = 0
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      count += part.length
      if (count > most) throw new CuttingsError('limit', { what: 'bytes in one file inside', most })
      yield part
    }
  } catch (error) {
    throw damaged(error)
  } finally {
    stream?.destroy()
  }
}

/** Where the data of two entries overlap the archive is a bomb, however small it looks. */
const refuseOverlaps = (entries: readonly yauzl.Entry[]): void => {
  const ranges = entries
    .map((entry) => ({ from: entry.relativeOffsetOfLocalHeader, size: entry.compressedSize }))
    .sort((a, b) => a.from - b.from)
  let end = 0
  for (const { from, size } of ranges) {
    if (from < end)
      throw new CuttingsError('unsafe-container', { reason: 'files inside it overlap each other' })
    // Header and name at least.
    end = from + 30 + size
  }
}

/**
 * Lists a ZIP's entries by its directory, in the order in which they stand there. Nothing is unpacked before it is asked
 * for. Throws `damaged-file`, `limit` and `unsafe-container`. Names come as the archive has them.
 */
export const openZip = async (source: ByteSource): Promise<readonly ZipEntry[]> => {
  const entries: yauzl.Entry[] = []
  let zip: yauzl.ZipFile
  try {
    zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      strictFileNames: false,
    })
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > mostEntries)
        throw new CuttingsError('limit', { what: 'files inside', most: mostEntries })
    }
  } catch (error) {
    throw damaged(error)
  }
  refuseOverlaps(entries)
  return entries.map((entry) => ({
    name: entry.fileName,
    isFolder: entry.fileName.endsWith('/'),
    isEncrypted: entry.isEncrypted(),
    stated: entry.uncompressedSize,
    parts: (most = Number.MAX_SAFE_INTEGER) => realBytes(zip, entry, most),
  }))
}

/** All of one entry, which has to fit into memory. */
export const bytesOf = async (entry: ZipEntry, most: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of entry.parts(most)) parts.push(part)
  return Buffer.concat(parts)
}
