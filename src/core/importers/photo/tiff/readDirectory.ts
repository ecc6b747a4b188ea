import { unsigned, type TiffFile } from './openTiff'

/** One entry of a directory. Its value is read when it is asked for. */
export interface TiffEntry {
  readonly type: number
  readonly count: number
  /** Where its value begins. */
  readonly at: number
}

export interface TiffDirectory {
  readonly entries: ReadonlyMap<number, TiffEntry>
  /** Where the next one is; 0 after the last. */
  readonly next: number
}

/** Bytes of one value of each type, by its number (TIFF 6.0, BigTIFF). */
const typeSizes: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8]

export const sizeOfType = (type: number): number => typeSizes[type] ?? 0

/** Entries of one directory, at most; a picture has some dozens. */
const mostEntries = 4096

/** Directories that follow each other, at most: pages of a TIFF. */
const mostDirectories = 64

const none: TiffDirectory = { entries: new Map(), next: 0 }

/** The directory at that place. The first entry of a tag counts; what runs past the end of the file is left out. */
export const readDirectory = async (
  { window, little, big }: TiffFile,
  at: number,
): Promise<TiffDirectory> => {
  const [countSize, entrySize, wide] = big ? ([8, 20, 8] as const) : ([2, 12, 4] as const)
  const head = await window.read(at, countSize)
  if (at <= 0 || head.length < countSize) return none
  const stated = unsigned(head, 0, countSize, little)
  const held = Math.min(stated, mostEntries)
  const bytes = await window.read(at + countSize, held * entrySize + wide)
  const entries = new Map<number, TiffEntry>()
  for (let index = 0; index < held && (index + 1) * entrySize <= bytes.length; index += 1) {
    const start = index * entrySize
    const tag = unsigned(bytes, start, 2, little)
    const type = unsigned(bytes, start + 2, 2, little)
    const count = unsigned(bytes, start + 4, wide, little)
    const valueAt = start + 4 + wide
    const inside = sizeOfType(type) * count <= wide
    const place = inside ? at + countSize + valueAt : unsigned(bytes, valueAt, wide, little)
    if (sizeOfType(type) > 0 && !entries.has(tag)) entries.set(tag, { type, count, at: place })
  }
  const after = held * entrySize
  const next = stated === held && bytes.length >= after + wide ? unsigned(bytes, after, wide, little) : 0
  return { entries, next }
}

/** The first directory and those that follow it; a ring of them ends where it closes. */
export const readDirectories = async (tiff: TiffFile): Promise<TiffDirectory[]> => {
  const seen = new Set<number>()
  const directories: TiffDirectory[] = []
  let at = tiff.first
  while (at > 0 && !seen.has(at) && directories.length < mostDirectories) {
    seen.add(at)
    const directory = await readDirectory(tiff, at)
    directories.push(directory)
    at = directory.next
  }
  return directories
}
