import { CuttingsError } from '#shared/errors'
import { windowOf, type ByteWindow } from '../importers/photo/byteWindow'
import { mostPixels, type PhotoFormat } from '../importers/photo/createPhotoImporter'
import { readExif } from '../importers/photo/exif/readExif'
import type { PictureParts } from '../importers/photo/pictureParts'
import { pictureFormats } from '../importers/photo/pictureFormats'
import { rawFormats } from '../importers/photo/rawFormats'
import { endsShort } from '../importers/photo/salvage'

export interface PictureHead {
  readonly format: PhotoFormat
  readonly window: ByteWindow
  readonly parts: PictureParts
}

const formats = [...pictureFormats, ...rawFormats]

/** What a picture's head says, without its pixels; undefined where it is damaged or no picture. */
export const readPictureHead = async (
  bytes: Uint8Array,
  mediaType: string,
): Promise<PictureHead | undefined> => {
  const format = formats.find((one) => one.mediaType === mediaType)
  if (!format) return undefined
  const window = windowOf(bytes)
  const parts = await orNothing(() => format.read(window))
  return parts && { format, window, parts }
}

/** The turn that EXIF or the container asks for; 1 where neither says. */
export const orientationOf = async ({ exif, orientation }: PictureParts): Promise<number> => {
  if (orientation !== undefined) return orientation
  return (exif && (await orNothing(() => readExif(exif)))?.orientation) ?? 1
}

/** Undefined for what foreign bytes are to blame for. */
export const orNothing = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof CuttingsError || endsShort(error)) return undefined
    throw error
  }
}

export const isTooLarge = ({ size }: Pick<PictureParts, 'size'>): boolean =>
  size !== undefined && size.width * size.height > mostPixels
