import type { PhotoFormat } from './createPhotoImporter'
import { readGif } from './gif/readGif'
import { readHeif } from './heif/readHeif'
import { readJpeg } from './jpeg/readJpeg'
import { isAvif, isGif, isHeif, isJpeg, isPng, isTiff, isWebp } from './pictureHeads'
import { readPng } from './png/readPng'
import { readTiffPicture } from './tiff/readTiffPicture'
import { readWebp } from './webp/readWebp'

const sure = (isOne: (head: Uint8Array) => boolean): PhotoFormat['recognise'] => {
  return (head) => (isOne(head) ? 0.95 : 0)
}

/** Pictures that are shown as they are. */
export const pictureFormats: readonly PhotoFormat[] = [
  {
    id: 'avif',
    name: 'AVIF picture',
    extensions: ['avif'],
    mediaType: 'image/avif',
    recognise: sure(isAvif),
    read: readHeif,
  },
  {
    id: 'gif',
    name: 'GIF picture',
    extensions: ['gif'],
    mediaType: 'image/gif',
    recognise: sure(isGif),
    read: readGif,
  },
  {
    id: 'heic',
    name: 'HEIC picture',
    extensions: ['heic', 'heif', 'hif'],
    mediaType: 'image/heic',
    recognise: sure(isHeif),
    read: readHeif,
  },
  {
    id: 'jpeg',
    name: 'JPEG picture',
    extensions: ['jpg', 'jpeg', 'jpe'],
    mediaType: 'image/jpeg',
    recognise: sure(isJpeg),
    read: readJpeg,
  },
  {
    id: 'png',
    name: 'PNG picture',
    extensions: ['png'],
    mediaType: 'image/png',
    recognise: sure(isPng),
    read: readPng,
  },
  {
    id: 'tiff',
    name: 'TIFF picture',
    extensions: ['tif', 'tiff'],
    mediaType: 'image/tiff',
    recognise: sure(isTiff),
    read: readTiffPicture,
  },
  {
    id: 'webp',
    name: 'WebP picture',
    extensions: ['webp'],
    mediaType: 'image/webp',
    recognise: sure(isWebp),
    read: readWebp,
  },
]
