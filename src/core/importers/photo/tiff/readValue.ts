import { longestBlock } from '../pictureParts'
import { unsigned, type TiffFile } from './openTiff'
import { readDirectory, sizeOfType, type TiffDirectory, type TiffEntry } from './readDirectory'

/** Numbers of one entry that are read, at most. */
const mostNumbers = 64

const signed = new Set([6, 8, 9, 17])

const numberAt = (bytes: Buffer, at: number, type: number, little: boolean): number => {
  const size = sizeOfType(type)
  if (type === 11) return little ? bytes.readFloatLE(at) : bytes.readFloatBE(at)
  if (type === 12) return little ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at)
  if (size === 1) return type === 6 ? bytes.readInt8(at) : bytes.readUInt8(at)
  if (!signed.has(type)) return unsigned(bytes, at, size as 2 | 4 | 8, little)
  if (size === 8) return Number(little ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at))
  return little ? bytes.readIntLE(at, size) : bytes.readIntBE(at, size)
}

export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** The bytes of an entry; none where it is longer than any block of metadata is allowed to be. */
export const readBytes = async (
  { window }: TiffFile,
  directory: TiffDirectory,
  tag: number,
  most = longestBlock,
): Promise<Buffer | undefined> => {
  const entry = directory.entries.get(tag)
  const length = entry ? entry.count * sizeOfType(entry.type) : 0
  if (!entry || length === 0 || length > most) return undefined
  const bytes = await window.read(entry.at, length)
  return bytes.length > 0 ? bytes : undefined
}

/** Ratios of an entry; of whole numbers, as parts of one. */
export const readRatios = async (
  tiff: TiffFile,
  directory: TiffDirectory,
  tag: number,
): Promise<readonly Ratio[]> => {
  const entry = directory.entries.get(tag)
  if (!entry) return []
  const size = sizeOfType(entry.type)
  const bytes = await tiff.window.read(entry.at, Math.min(entry.count, mostNumbers) * size)
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) =>
    ratioAt(bytes, index * size, entry, tiff.little),
  )
}

const ratioAt = (bytes: Buffer, at: number, { type }: TiffEntry, little: boolean): Ratio => {
  if (type !== 5 && type !== 10) return { numerator: numberAt(bytes, at, type, little), denominator: 1 }
  const part = type === 5 ? 4 : 9
  return {
    numerator: numberAt(bytes, at, part, little),
    denominator: numberAt(bytes, at + 4, part, little),
  }
}

/** Numbers of an entry that are ones. */
export const readNumbers = async (
  tiff: TiffFile,
  directory: TiffDirectory,
  tag: number,
): Promise<readonly number[]> =>
  (await readRatios(tiff, directory, tag))
    .map(({ numerator, denominator }) => numerator / denominator)
    .filter(Number.isFinite)

export const readNumber = async (
  tiff: TiffFile,
  directory: TiffDirectory,
  tag: number,
): Promise<number | undefined> => (await readNumbers(tiff, directory, tag))[0]

/** The directory that an entry points to. */
export const readInnerDirectory = async (
  tiff: TiffFile,
  directory: TiffDirectory,
  tag: number,
): Promise<TiffDirectory | undefined> => {
  const at = await readNumber(tiff, directory, tag)
  return at === undefined ? undefined : readDirectory(tiff, at)
}
