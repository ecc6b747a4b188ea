import { windowOf, type ByteWindow } from '../byteWindow'
import { readJpeg } from '../jpeg/readJpeg'
import type { PictureParts, PixelSize } from '../pictureParts'
import { openTiff, type TiffFile } from '../tiff/openTiff'
import { readDirectory, type TiffDirectory } from '../tiff/readDirectory'
import { readBytes, readNumber } from '../tiff/readValue'
import { tags } from '../tiff/tags'

/** Tags of Panasonic's own in the first directory of an RW2. */
const borders = { top: 0x0004, left: 0x0005, bottom: 0x0006, right: 0x0007 } as const
const jpegTag = 0x002e

/** Bytes of the JPEG inside, at most. */
const longestJpeg = 64 * 1024 * 1024

const sizeOf = async (tiff: TiffFile, directory: TiffDirectory): Promise<PixelSize | undefined> => {
  const border = async (side: keyof typeof borders): Promise<number> =>
    (await readNumber(tiff, directory, borders[side])) ?? 0
  const width = (await border('right')) - (await border('left'))
  const height = (await border('bottom')) - (await border('top'))
  return width > 0 && height > 0 ? { width, height } : undefined
}

/** What a Panasonic RW2 says: its own directory, and where there is one the EXIF of the JPEG inside, which has more. */
export const readRw2 = async (window: ByteWindow): Promise<PictureParts> => {
  const tiff = await openTiff(window)
  const directory = await readDirectory(tiff, tiff.first)
  const jpeg = await readBytes(tiff, directory, jpegTag, longestJpeg)
  const inner = jpeg ? await readJpeg(windowOf(jpeg)) : {}
  const xmp = await readBytes(tiff, directory, tags.xmp)
  return {
    ...inner,
    exif: inner.exif ?? window,
    size: (await sizeOf(tiff, directory)) ?? inner.size,
    xmp: xmp ? [xmp] : (inner.xmp ?? []),
  }
}
