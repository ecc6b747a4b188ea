import type { Entry, ZipFile } from 'yauzl'
import { unsafe } from './bag'
import { shownName } from './entryName'

const unixType = 0o170000
const regular = 0o100000
const folder = 0o040000

/** Refuses what is no plain file or folder: links, devices, encrypted entries, unknown compression. */
export const checkZipEntry = (entry: Entry): void => {
  const name = shownName(entry.fileName)
  if (entry.isEncrypted()) throw unsafe(`an encrypted file (${name})`)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw unsafe(`an unknown compression (${name})`)
  const madeOnUnix = entry.versionMadeBy >> 8 === 3
  const type = (entry.externalFileAttributes >>> 16) & unixType
  if (madeOnUnix && type !== 0 && type !== regular && type !== folder)
    throw unsafe(`a link, or something that is neither file nor folder (${name})`)
}

/** Bytes of a zip that are the content of an entry, `[start, end)`. */
export interface ZipRange {
  readonly start: number
  readonly end: number
}

/**
 * Refuses entries whose bytes overlap (one small piece that counts a thousand times) and entries whose own header names
 * another file than the list does. Tells where the content of each stands, in that order.
 */
export const checkZipRanges = async (
  zip: ZipFile,
  entries: readonly Entry[],
): Promise<readonly ZipRange[]> => {
  const contents: ZipRange[] = []
  const ranges: { start: number; end: number; name: string }[] = []
  for (const entry of entries) {
    const header = await zip.readLocalFileHeaderPromise(entry)
    const name = shownName(entry.fileName)
    if (!header.fileName.equals(entry.fileNameRaw)) throw unsafe(`a file with two names (${name})`)
    const start = entry.relativeOffsetOfLocalHeader
    const end = header.fileDataStart + entry.compressedSize
    contents.push({ start: header.fileDataStart, end })
    ranges.push({ start, end, name })
  }
  ranges.sort((a, b) => a.start - b.start)
  for (const [index, range] of ranges.entries()) {
    const before = ranges[index - 1]
    if (before && before.end > range.start) throw unsafe(`overlapping files (${before.name}, ${range.name})`)
  }
  return contents.sort((a, b) => a.start - b.start)
}
