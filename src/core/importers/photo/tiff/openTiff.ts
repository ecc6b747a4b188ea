import { CuttingsError } from '#shared/errors'
import type { ByteWindow } from '../byteWindow'

/** A structure of directories as TIFF 6.0 has it, and what was made after it: EXIF, BigTIFF, most raw formats. */
export interface TiffFile {
  readonly window: ByteWindow
  readonly little: boolean
  /** BigTIFF: counts and offsets of eight bytes. */
  readonly big: boolean
  /** Where the first directory is. */
  readonly first: number
}

/** TIFF, and the numbers that Olympus (RO, RS) and Panasonic put in the place of 42. */
const magics = new Set([42, 0x4f52, 0x5352, 0x55])
const bigMagic = 43

export const unsigned = (bytes: Buffer, at: number, length: 2 | 4 | 8, little: boolean): number => {
  if (length === 8) {
    const value = little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at)
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value)
  }
  return little ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length)
}

export const openTiff = async (window: ByteWindow): Promise<TiffFile> => {
  const head = await window.read(0, 16)
  const order = head.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') throw new CuttingsError('damaged-file', { reason: 'no TIFF head' })
  const little = order === 'II'
  const magic = unsigned(head, 2, 2, little)
  if (magic === bigMagic) return { window, little, big: true, first: unsigned(head, 8, 8, little) }
  if (!magics.has(magic)) throw new CuttingsError('damaged-file', { reason: 'no TIFF head' })
  return { window, little, big: false, first: unsigned(head, 4, 4, little) }
}
