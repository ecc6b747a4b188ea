import { CuttingsError } from '#shared/errors'
import { windowOf } from '#core/importers/photo/byteWindow'
import { openTiff, type TiffFile } from '#core/importers/photo/tiff/openTiff'
import { readDirectory, type TiffDirectory } from '#core/importers/photo/tiff/readDirectory'
import { readBytes, readInnerDirectory } from '#core/importers/photo/tiff/readValue'
import { tags } from '#core/importers/photo/tiff/tags'

/** BodySerialNumber and LensSerialNumber (EXIF 3.0), CameraSerialNumber (DNG 1.7). */
const serialTags = [0xa431, 0xa435, 0xc62f] as const

/** XMP's names for the same, as attributes and as elements. */
const serialInXmp = /(?:Serial(?:Number)?)(?:\s*=\s*["']|[^<>]{0,40}>\s*)([^<>"']{3,64})/g

const inXmp = (segment: Buffer): string[] =>
  [...segment.toString('utf8').matchAll(serialInXmp)].map(([, serial = '']) => serial.trim())

const textOf = async (tiff: TiffFile, directory: TiffDirectory, tag: number): Promise<string> => {
  const bytes = await readBytes(tiff, directory, tag)
  return (bytes?.toString('utf8') ?? '').split('\0')[0]?.trim() ?? ''
}

const serialsOf = async (tiff: TiffFile): Promise<string[]> => {
  const image = await readDirectory(tiff, tiff.first)
  const exif = await readInnerDirectory(tiff, image, tags.exifDirectory)
  const found: string[] = []
  for (const directory of exif ? [image, exif] : [image])
    for (const tag of serialTags) found.push(await textOf(tiff, directory, tag))
  return found
}

const inExif = async (segment: Buffer): Promise<string[]> => {
  const at = segment.indexOf('Exif\0\0', 0, 'latin1')
  if (at < 0) return []
  try {
    return await serialsOf(await openTiff(windowOf(segment.subarray(at + 6))))
  } catch (error) {
    // EXIF that is damaged tells no number, and is gone from the picture all the same.
    if (error instanceof CuttingsError) return []
    throw error
  }
}

/** Serial numbers of cameras and lenses in metadata that was taken out of a picture. */
export const serialsIn = async (removed: readonly Buffer[]): Promise<readonly string[]> => {
  const found: string[] = []
  for (const segment of removed) found.push(...inXmp(segment), ...(await inExif(segment)))
  return [...new Set(found)].filter((serial) => serial.length >= 3)
}
