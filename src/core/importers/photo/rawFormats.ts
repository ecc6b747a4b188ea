import type { PhotoFormat } from './createPhotoImporter'
import { isArw, isCr2, isDng, isNef, isOrf, isRaf, isRw2 } from './raw/rawHeads'
import { readCr2 } from './raw/readCr2'
import { readRaf } from './raw/readRaf'
import { readRw2 } from './raw/readRw2'
import { readTiffPicture } from './tiff/readTiffPicture'

const sure = (isOne: (head: Uint8Array, name: string) => boolean): PhotoFormat['recognise'] => {
  // Surer than TIFF, which most of them also are.
  return (head, name) => (isOne(head, name) ? 0.98 : 0)
}

/** Raw pictures of cameras: metadata and the size of the picture; the sensor's data is not looked at. */
export const rawFormats: readonly PhotoFormat[] = [
  {
    id: 'cr2',
    name: 'Canon raw (CR2)',
    extensions: ['cr2'],
    mediaType: 'image/x-canon-cr2',
    recognise: sure(isCr2),
    read: readCr2,
    decoded: false,
  },
  {
    id: 'nef',
    name: 'Nikon raw (NEF)',
    extensions: ['nef', 'nrw'],
    mediaType: 'image/x-nikon-nef',
    recognise: sure(isNef),
    read: readTiffPicture,
    decoded: false,
  },
  {
    id: 'arw',
    name: 'Sony raw (ARW)',
    extensions: ['arw'],
    mediaType: 'image/x-sony-arw',
    recognise: sure(isArw),
    read: readTiffPicture,
    decoded: false,
  },
  {
    id: 'dng',
    name: 'Digital negative (DNG)',
    extensions: ['dng'],
    mediaType: 'image/x-adobe-dng',
    recognise: sure(isDng),
    read: readTiffPicture,
    decoded: false,
  },
  {
    id: 'orf',
    name: 'Olympus raw (ORF)',
    extensions: ['orf'],
    mediaType: 'image/x-olympus-orf',
    recognise: sure(isOrf),
    read: readTiffPicture,
    decoded: false,
  },
  {
    id: 'raf',
    name: 'Fujifilm raw (RAF)',
    extensions: ['raf'],
    mediaType: 'image/x-fuji-raf',
    recognise: sure(isRaf),
    read: readRaf,
    decoded: false,
  },
  {
    id: 'rw2',
    name: 'Panasonic raw (RW2)',
    extensions: ['rw2'],
    mediaType: 'image/x-panasonic-rw2',
    recognise: sure(isRw2),
    read: readRw2,
    decoded: false,
  },
]
