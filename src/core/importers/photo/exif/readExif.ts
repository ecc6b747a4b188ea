import type { ByteWindow } from '../byteWindow'
import { joinValues } from '../cleanValue'
import { decodeForeign } from '../decodeForeign'
import type { FoundValue } from '../pictureParts'
import { openTiff, type TiffFile } from '../tiff/openTiff'
import { readDirectory, type TiffDirectory } from '../tiff/readDirectory'
import { readBytes, readInnerDirectory, readNumber, readNumbers, readRatios } from '../tiff/readValue'
import { tags } from '../tiff/tags'
import { exifDate } from './exifDate'
import { decimal, exposure } from './exifNumbers'
import { toDegrees, toPosition, type Position } from './gpsPosition'

/** What EXIF says of a picture. */
export interface ExifContent {
  readonly found: readonly FoundValue[]
  readonly orientation: number | undefined
  readonly capturedAt: string | undefined
  readonly position: Position | undefined
}

type Directories = Readonly<Record<'image' | 'exif' | 'gps', TiffDirectory>>

const noDirectory: TiffDirectory = { entries: new Map(), next: 0 }

/** A text ends at its first zero; that of a copyright has two parts, of the photographer and of the editor (EXIF 2.32). */
const textOf = async (tiff: TiffFile, directory: TiffDirectory, tag: number): Promise<string> => {
  const bytes = await readBytes(tiff, directory, tag)
  const parts = bytes ? decodeForeign(bytes).split('\0') : []
  return joinValues(parts.slice(0, tag === tags.copyright ? 2 : 1))
}

/** Tags that Windows writes: UTF-16, values parted by semicolons. */
const windowsTextOf = async (tiff: TiffFile, directory: TiffDirectory, tag: number): Promise<string> => {
  const bytes = await readBytes(tiff, directory, tag)
  return bytes ? joinValues(new TextDecoder('utf-16le').decode(bytes).replaceAll('\0', '').split(';')) : ''
}

/** Where EXIF holds which field (IPTC Photo Metadata mapping guidelines; EXIF 3.0 for title and photographer). */
const textFields: readonly (readonly [string, 'image' | 'exif', number])[] = [
  ['description', 'image', tags.imageDescription],
  ['creator', 'image', tags.artist],
  ['creator', 'exif', tags.photographer],
  ['copyrightNotice', 'image', tags.copyright],
  ['title', 'exif', tags.imageTitle],
  ['cameraMake', 'image', tags.make],
  ['cameraModel', 'image', tags.model],
  ['lensModel', 'exif', tags.lensModel],
]

const windowsFields: readonly (readonly [string, number])[] = [
  ['title', tags.xpTitle],
  ['creator', tags.xpAuthor],
  ['keywords', tags.xpKeywords],
]

const readTexts = async (tiff: TiffFile, directories: Directories): Promise<FoundValue[]> => {
  const found: FoundValue[] = []
  for (const [field, place, tag] of textFields)
    found.push({ field, from: 'exif', value: await textOf(tiff, directories[place], tag) })
  for (const [field, tag] of windowsFields)
    found.push({ field, from: 'exif', value: await windowsTextOf(tiff, directories.image, tag) })
  return found
}

const readSettings = async (tiff: TiffFile, { image, exif }: Directories): Promise<FoundValue[]> => {
  const first = async (tag: number) =>
    (await readRatios(tiff, exif, tag))[0] ?? (await readRatios(tiff, image, tag))[0]
  const [time, aperture, length] = [
    await first(tags.exposureTime),
    await first(tags.fNumber),
    await first(tags.focalLength),
  ]
  const short = await first(tags.isoSpeed)
  // 65535 in the short tag says that the value stands in the long one (EXIF 2.3).
  const iso = short?.numerator === 0xffff ? ((await first(tags.isoSpeedLong)) ?? short) : short
  const values = {
    exposureTime: time && exposure(time),
    fNumber: aperture && decimal(aperture),
    isoSpeed: iso && decimal(iso, 0),
    focalLength: length && decimal(length),
  }
  return Object.entries(values).map(([field, value]) => ({ field, from: 'exif', value: value ?? '' }))
}

const readPosition = async (tiff: TiffFile, gps: TiffDirectory): Promise<Position | undefined> => {
  const degrees = async (tag: number): Promise<number | undefined> =>
    toDegrees(await readNumbers(tiff, gps, tag + 1), await textOf(tiff, gps, tag))
  return toPosition(await degrees(1), await degrees(3))
}

const readCaptured = async (tiff: TiffFile, exif: TiffDirectory): Promise<string | undefined> =>
  exifDate(
    await textOf(tiff, exif, tags.dateTimeOriginal),
    await textOf(tiff, exif, tags.subSecTimeOriginal),
    await textOf(tiff, exif, tags.offsetTimeOriginal),
  )

/** Reads EXIF out of its TIFF structure; the first directory, unless another is named, is the picture's. */
export const readExif = async (window: ByteWindow, image?: TiffDirectory): Promise<ExifContent> => {
  const tiff = await openTiff(window)
  const first = image ?? (await readDirectory(tiff, tiff.first))
  const exif = (await readInnerDirectory(tiff, first, tags.exifDirectory)) ?? noDirectory
  const gps = (await readInnerDirectory(tiff, first, tags.gpsDirectory)) ?? noDirectory
  const directories = { image: first, exif, gps }
  const capturedAt = await readCaptured(tiff, exif)
  const orientation = await readNumber(tiff, first, tags.orientation)
  const found = [
    ...(await readTexts(tiff, directories)),
    ...(await readSettings(tiff, directories)),
    { field: 'dateCreated', from: 'exif' as const, value: capturedAt ?? '' },
  ]
  return {
    found: found.filter(({ value }) => value !== ''),
    orientation: orientation !== undefined && orientation >= 1 && orientation <= 8 ? orientation : undefined,
    capturedAt,
    position: await readPosition(tiff, gps),
  }
}
