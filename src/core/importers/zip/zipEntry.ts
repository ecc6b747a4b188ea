import { isUtf8 } from 'node:buffer'
import yauzl from 'yauzl'
import { CuttingsError } from '#shared/errors'

/** What the directory of a ZIP says of one entry, without the bytes that it stood in. */
export interface ListedEntry {
  readonly name: string
  readonly at: number
  readonly packed: number
  readonly stated: number
  readonly crc: number
  readonly method: number
  readonly isEncrypted: boolean
  readonly isFolder: boolean
  /** Why it is not to be taken out as a file by whoever unpacks the whole: its name or its kind. */
  readonly refusal: CuttingsError | undefined
}

const utf8Flag = 0x800

/**
 * The name as the archive has it: by its Unicode path field, its UTF-8 flag, or CP437 (APPNOTE 6.3.10, appendix D). macOS
 * writes UTF-8 without the flag; bytes that are valid UTF-8 are read so.
 */
const nameOf = (entry: yauzl.Entry): string => {
  const raw = entry.fileNameRaw
  const flags = isUtf8(raw) ? entry.generalPurposeBitFlag | utf8Flag : entry.generalPurposeBitFlag
  return yauzl.getFileNameLowLevel(flags, raw, entry.extraFields, true)
}

/** Systems whose programs put Unix file modes into the attributes: Unix, and OS X by some. */
const unixSystems = new Set([3, 19])
const kindMask = 0o170000
const kinds = { folder: 0o040000, file: 0o100000, link: 0o120000 } as const

const unixKind = (entry: yauzl.Entry): number =>
  unixSystems.has(entry.versionMadeBy >>> 8) ? (entry.externalFileAttributes >>> 16) & kindMask : 0

const isDosMade = (entry: yauzl.Entry): boolean => entry.versionMadeBy >>> 8 === 0

/** Names are data here, but an archive that tries to leave its folder was made to harm. DOS programs part folders by `\`. */
const unsafeName = (name: string, isDos: boolean): string | undefined =>
  yauzl.validateFileName(isDos ? name.replaceAll('\\', '/') : name) ?? undefined

const refusalOf = (entry: yauzl.Entry, name: string): CuttingsError | undefined => {
  const kind = unixKind(entry)
  if (kind === kinds.link) return new CuttingsError('link')
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder)
    return new CuttingsError('not-a-file', { found: 'a device or a pipe' })
  const reason = unsafeName(name, isDosMade(entry))
  return reason === undefined ? undefined : new CuttingsError('unsafe-name', { reason })
}

/** What is named as a folder and has content is a file, so that nothing hides behind its name. */
const isFolder = (entry: yauzl.Entry, name: string): boolean =>
  entry.uncompressedSize === 0 &&
  (unixKind(entry) === kinds.folder || name.endsWith('/') || (isDosMade(entry) && name.endsWith('\\')))

export const listedEntry = (entry: yauzl.Entry): ListedEntry => {
  const name = nameOf(entry)
  return {
    name,
    at: entry.relativeOffsetOfLocalHeader,
    packed: entry.compressedSize,
    stated: entry.uncompressedSize,
    crc: entry.crc32,
    method: entry.compressionMethod,
    isEncrypted: entry.isEncrypted(),
    isFolder: isFolder(entry, name),
    refusal: refusalOf(entry, name),
  }
}
