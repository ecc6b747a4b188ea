import type { Original } from '#shared/model/original'
import type { Photo } from '#shared/model/photo'
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

/** photos.csv: `SourceFile` first (so that ExifTool reads it back), then the IPTC names that any of the photos has. */
const photoTable = (photos: readonly Photo[], names: ReadonlyMap<string, string>): string => {
  const fields = [...new Set(photos.flatMap((photo) => Object.keys(photo.fields)))].sort(compareText)
  return csvTable(
    ['SourceFile', ...fields],
    photos.map((photo) => [names.get(photo.id), ...fields.map((field) => photo.fields[field])]),
  )
}

/** The folder `photos`, where there are photos: the records, the table, and the bytes of each as they came. */
export const photoFiles = (
  photos: readonly Photo[],
  originals: ReadonlyMap<string, Original>,
): PackFile[] => {
  if (photos.length === 0) return []
  const names = photoNames(photos, originals)
  const held = photos.flatMap((photo) => {
    const original = originals.get(photo.original ?? '')
    const name = names.get(photo.id)
    return original && name !== undefined
      ? [originalFile(`data/photos/${name}`, `Photo: ${photoTitle(photo) ?? 'without a title'}`, original)]
      : []
  })
  return [
    textFile('data/photos/photos.json', 'application/json', 'Photos: the full records', () =>
      readableJson(photos),
    ),
    textFile('data/photos/photos.csv', 'text/csv', 'Photos: a table by IPTC names', () =>
      photoTable(photos, names),
    ),
    textFile('data/photos/contact-sheet.html', 'text/html', 'Photos: a contact sheet', () =>
      contactSheet(photos, names),
    ),
    ...held,
  ]
}
