import yauzl from 'yauzl'
import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'
import { createByteWindow } from './byteWindow'
import { entryParts } from './entryParts'
import { listedEntry, type ListedEntry } from './zipEntry'

/** Entries of one archive file, at most (security: limits for foreign bytes). */
export const mostEntries = 100_000

/** Characters of all names together, at most: names are held in memory. */
export const mostNameCharacters = 20_000_000

/** One entry. `name` is data: whatever stands in it, it is never a path. */
export interface ZipEntry {
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  /** Bytes as the directory states them: not to be believed. */
  readonly stated: number
  /** Why nobody should take it out as a file: `link`, `not-a-file`, `unsafe-name`. Its bytes can be read all the same. */
  readonly refusal: CuttingsError | undefined
  /**
   * The real bytes in parts, checked against size and checksum: the last part is not the end until the iteration ends.
   * Throws `damaged-file`, `encrypted`, `unknown-format` (a method that is not known), or `limit` above `most` bytes.
   */
  readonly parts: (most?: number) => AsyncIterable<Uint8Array>
}

/** Lets yauzl read the directory from the source; files are read without it. */
class DirectoryReader extends yauzl.RandomAccessReader {
  private readonly window

  constructor(source: ByteSource) {
    super()
    this.window = createByteWindow(source)
  }

  /** yauzl takes the count of bytes from the second argument, which its types leave out. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.window.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset)
        callback(null, bytes.length)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }
}

const refused = (error: unknown): CuttingsError => {
  if (error instanceof CuttingsError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (reason === 'strong encryption is not supported') return new CuttingsError('encrypted')
  return new CuttingsError('damaged-file', { reason }, { cause: error })
}

const readDirectory = async (source: ByteSource): Promise<readonly ListedEntry[]> => {
  const entries: ListedEntry[] = []
  let characters = 0
  const zip = await yauzl.fromRandomAccessReaderPromise(new DirectoryReader(source), source.size, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
    // Names are decoded here: yauzl would refuse the whole archive for one of them.
    decodeStrings: false,
  })
  for await (const raw of zip.eachEntry()) {
    const entry = listedEntry(raw)
    entries.push(entry)
    characters += entry.name.length
    if (entries.length > mostEntries)
      throw new CuttingsError('limit', { what: 'files inside', most: mostEntries })
    if (characters > mostNameCharacters)
      throw new CuttingsError('limit', {
        what: 'characters in the names of files inside',
        most: mostNameCharacters,
      })
  }
  return entries
}

/** A local header without name and extra field. */
const leastHeader = 30

/**
 * Where the data of two entries overlap the archive is a bomb, however small it looks. An entry that says that it reaches
 * past the end of the file can't be read at all.
 */
const refuseOverlaps = (entries: readonly ListedEntry[], size: number): void => {
  let end = 0
  for (const { at, packed } of entries.toSorted((a, b) => a.at - b.at)) {
    if (at + leastHeader + packed > size) continue
    if (at < end)
      throw new CuttingsError('unsafe-container', { reason: 'files inside it overlap each other' })
    end = at + leastHeader + packed
  }
}

/**
 * Lists a ZIP's entries by its directory, in the order in which they stand there. Nothing is unpacked before it is asked
 * for. Throws `damaged-file`, `encrypted`, `limit` and `unsafe-container`. Names come as the archive has them.
 */
export const openZip = async (source: ByteSource): Promise<readonly ZipEntry[]> => {
  let entries: readonly ListedEntry[]
  try {
    entries = await readDirectory(source)
  } catch (error) {
    throw refused(error)
  }
  refuseOverlaps(entries, source.size)
  return entries.map((entry) => ({
    name: entry.name,
    isFolder: entry.isFolder,
    isEncrypted: entry.isEncrypted,
    stated: entry.stated,
    refusal: entry.refusal,
    parts: (most = Number.MAX_SAFE_INTEGER) => entryParts(source, entry, most),
  }))
}

/** All of one entry, which has to fit into memory. */
export const bytesOf = async (entry: ZipEntry, most: number): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  for await (const part of entry.parts(most)) parts.push(part)
  return Buffer.concat(parts)
}
