import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'
import type { Importer } from '../types'
import { createByteWindow, type ByteWindow } from './byteWindow'
import type { PictureParts } from './pictureParts'
import { endsShort } from './salvage'
import { toPhoto } from './toPhoto'

/** Bytes of a picture, at most. */
export const largestPicture = 200 * 1024 * 1024

/** Pixels of a picture that is shown as it is, at most; counted by its head, before anything is decoded. */
export const mostPixels = 100_000_000

export interface PhotoFormat extends Pick<
  Importer,
  'id' | 'name' | 'extensions' | 'mediaType' | 'recognise'
> {
  readonly read: (window: ByteWindow) => Promise<PictureParts>
  /** Raw pictures are never decoded, only the smaller one inside: their size is no danger. */
  readonly decoded?: boolean
}

const readParts = async (window: ByteWindow, read: PhotoFormat['read']): Promise<PictureParts> => {
  try {
    return await read(window)
  } catch (error) {
    if (endsShort(error))
      throw new CuttingsError('damaged-file', { reason: 'it ends before its content does' })
    throw error
  }
}

/** An importer of one kind of picture: its container is read by `read`, and all that is in it alike for all kinds. */
export const createPhotoImporter = ({ read, decoded = true, ...format }: PhotoFormat): Importer => ({
  ...format,
  limit: largestPicture,
  ...(decoded ? { limits: { pixels: mostPixels } } : {}),
  parse: async function* (file) {
    const doubts: Doubt[] = []
    const parts = await readParts(createByteWindow(file), read)
    if (decoded && parts.size && parts.size.width * parts.size.height > mostPixels)
      throw new CuttingsError('limit', { what: 'pixels', most: mostPixels })
    yield await toPhoto(file, parts, doubts)
  },
})
