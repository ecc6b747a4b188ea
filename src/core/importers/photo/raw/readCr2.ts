import type { ByteWindow } from '../byteWindow'
import type { PictureParts } from '../pictureParts'
import { openTiff } from '../tiff/openTiff'
import { readDirectory } from '../tiff/readDirectory'
import { exifSize, readTiffPicture } from '../tiff/readTiffPicture'

/** A Canon CR2: a TIFF whose first directory may be a smaller copy without saying so; EXIF has the picture's size. */
export const readCr2 = async (window: ByteWindow): Promise<PictureParts> => {
  const parts = await readTiffPicture(window)
  const tiff = await openTiff(window)
  const stated = await exifSize(tiff, await readDirectory(tiff, tiff.first))
  const isLarger =
    stated && stated.width * stated.height > (parts.size?.width ?? 0) * (parts.size?.height ?? 0)
  return isLarger ? { ...parts, size: stated } : parts
}
