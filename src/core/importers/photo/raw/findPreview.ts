import type { ByteWindow } from '../byteWindow'
import { readJpeg } from '../jpeg/readJpeg'
import { openTiff, type TiffFile } from '../tiff/openTiff'
import { sizeOfType, type TiffDirectory } from '../tiff/readDirectory'
import { pictureDirectories } from '../tiff/readTiffPicture'
import { readNumber, readNumbers } from '../tiff/readValue'
import { tags } from '../tiff/tags'
import { rafPreview } from './readRaf'
import { isRaf, isRw2 } from './rawHeads'
import { scanForJpeg } from './scanForJpeg'

/** Bytes of a picture inside another, at most. */
const longestPreview = 64 * 1024 * 1024

interface Stretch {
  readonly at: number
  readonly length: number
}

/** Where the JPEG of a Panasonic RW2 is; its tag means something else in other files. */
const rw2Jpeg = 0x002e

const stretchIn = async (
  tiff: TiffFile,
  directory: TiffDirectory,
  atTag: number,
  lengthTag: number,
): Promise<Stretch[]> => {
  const at = await readNumber(tiff, directory, atTag)
  const [length, ...more] = await readNumbers(tiff, directory, lengthTag)
  // In several strips it is no file of its own.
  return at === undefined || length === undefined || more.length > 0 ? [] : [{ at, length }]
}

const entryIn = ({ entries }: TiffDirectory, tag: number): Stretch[] => {
  const entry = entries.get(tag)
  return entry ? [{ at: entry.at, length: entry.count * sizeOfType(entry.type) }] : []
}

const tiffStretches = async (window: ByteWindow, head: Uint8Array): Promise<Stretch[]> => {
  const tiff = await openTiff(window)
  const found: Stretch[] = []
  for (const directory of await pictureDirectories(tiff)) {
    found.push(...(await stretchIn(tiff, directory, tags.jpegOffset, tags.jpegLength)))
    found.push(...(await stretchIn(tiff, directory, tags.stripOffsets, tags.stripByteCounts)))
    if (isRw2(head)) found.push(...entryIn(directory, rw2Jpeg))
  }
  return found
}

/** Whether a JPEG that can be shown begins there: raw data is often a JPEG too, of the lossless kind. */
const isShown = async (window: ByteWindow, { at, length }: Stretch): Promise<boolean> => {
  const head = await window.read(at, 3)
  if (length > longestPreview || head.toString('hex') !== 'ffd8ff') return false
  const { size, lossless } = await readJpeg(window, at)
  return size !== undefined && lossless !== true
}

/**
 * The largest JPEG inside a raw picture, or the one in the EXIF of a picture, that its camera made to be shown. Where no
 * directory names one, the beginning of the file is searched. Undefined where there is none.
 */
export const findPreview = async (window: ByteWindow): Promise<Buffer | undefined> => {
  const head = await window.read(0, 16)
  const stretches = isRaf(head) ? [await rafPreview(window)] : await tiffStretches(window, head)
  for (const stretch of stretches.sort((a, b) => b.length - a.length))
    if (await isShown(window, stretch)) return window.read(stretch.at, stretch.length)
  return scanForJpeg(window)
}
