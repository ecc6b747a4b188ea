import type { Original } from '#shared/model/original'
import type { Photo } from '#shared/model/photo'
import { exifToolCell, exifToolHead } from '#core/exporters/xmp/exifToolTag'
import { photoToXmp } from '#core/exporters/xmp/photoToXmp'
import { compareText } from './compareText'
import { contactSheet } from './contactSheet'
import { csvTable } from './csvTable'
import { slugOf } from './itemKey'
import { extensionOf } from './originalNames'
import { originalFile, textFile, type PackFile } from './packFile'
import { photoTitle } from './packNames'
import { readableJson } from './readableJson'

/** `P01_slug.jpg` of each photo whose picture is held, by its id; numbered in the order of the ids. */
export const photoNames = (
  photos: readonly Photo[],
  originals: ReadonlyMap<string, Original>,
): ReadonlyMap<string, string> => {
  const digits = Math.max(2, String(photos.length).length)
  return new Map(
    photos.flatMap((photo, index) => {
      if (photo.original === undefined) return []
      const number = String(index + 1).padStart(digits, '0')
      const extension = extensionOf(originals.get(photo.original)?.mediaType ?? '')
      return [[photo.id, `P${number}_${slugOf(photoTitle(photo) ?? '', 'photo')}.${extension}`]]
    }),
  )
}

/** `P01_slug.xmp`: found by programs that look for one beside a picture. */
const sidecarName = (name: string): string => name.replace(/\.[^.]*$/, '.xmp')

/** photos.csv: `SourceFile` first, then the fields that any of the photos has, by the names that ExifTool has for them. */
const photoTable = (photos: readonly Photo[], names: ReadonlyMap<string, string>): string => {
  const fields = [...new Set(photos.flatMap((photo) => Object.keys(photo.fields)))].sort(compareText)
  return csvTable(
    ['SourceFile', ...fields.map(exifToolHead)],
    photos.map((photo) => [
      names.get(photo.id),
      ...fields.map((field) => exifToolCell(field, photo.fields[field])),
    ]),
  )
}

/** The folder `photos`, where there are photos: the records, the table, the bytes of each as they came, and beside them their metadata. */
export const photoFiles = (
  photos: readonly Photo[],
  originals: ReadonlyMap<string, Original>,
): PackFile[] => {
  if (photos.length === 0) return []
  const names = photoNames(photos, originals)
  const held = photos.flatMap((photo) => {
    const original = originals.get(photo.original ?? '')
    const name = names.get(photo.id)
    if (!original || name === undefined) return []
    const title = photoTitle(photo) ?? 'without a title'
    return [
      originalFile(`data/photos/${name}`, `Photo: ${title}`, original),
      textFile(
        `data/photos/${sidecarName(name)}`,
        'application/rdf+xml',
        `What the record says of the photo, as XMP: ${title}`,
        () => photoToXmp(photo),
      ),
    ]
  })
  return [
    textFile('data/photos/photos.json', 'application/json', 'Photos: the full records', () =>
      readableJson(photos),
    ),
    textFile('data/photos/photos.csv', 'text/csv', 'Photos: a table by the IPTC names of ExifTool', () =>
      photoTable(photos, names),
    ),
    textFile('data/photos/contact-sheet.html', 'text/html', 'Photos: a contact sheet', () =>
      contactSheet(photos, names),
    ),
    ...held,
  ]
}
