import { CuttingsError } from '#shared/errors'
import type { Doubt } from '#shared/model/article'
import type { ContentCredentials } from '#shared/model/photo'
import type { ParsedPhoto } from '#shared/model/parsed'
import type { ImportFile } from '../types'
import { readManifest } from './c2pa/readManifest'
import { readExif, type ExifContent } from './exif/readExif'
import { findSidecar } from './findSidecar'
import { readIim } from './iim/readIim'
import { mergeFields } from './mergeFields'
import type { FoundValue, PictureParts } from './pictureParts'
import { salvage } from './salvage'
import { readXmp, type XmpContent } from './xmp/readXmp'

/** Packets of XMP in one picture that are read, at most. */
const mostPackets = 16

interface Content {
  readonly exif: ExifContent | undefined
  readonly iim: readonly FoundValue[]
  readonly xmp: readonly XmpContent[]
  readonly sidecar: XmpContent | undefined
  readonly credentials: ContentCredentials | undefined
}

const readContent = async (
  { exif, iim = [], xmp = [], manifest }: PictureParts,
  sidecar: Uint8Array | undefined,
  doubts: Doubt[],
): Promise<Content> => {
  const packets: XmpContent[] = []
  for (const packet of xmp.slice(0, mostPackets)) {
    const content = await salvage('XMP', doubts, () => readXmp(packet, 'xmp'))
    if (content) packets.push(content)
  }
  const records = await salvage('IIM', doubts, () => readIim(Buffer.concat(iim), doubts))
  return {
    exif: exif && (await salvage('EXIF', doubts, () => readExif(exif))),
    iim: records ?? [],
    xmp: packets,
    sidecar: sidecar && (await salvage('sidecar', doubts, () => readXmp(sidecar, 'sidecar'))),
    credentials: manifest && (await salvage('contentCredentials', doubts, () => readManifest(manifest))),
  }
}

const foundIn = ({ exif, iim, xmp, sidecar }: Content, parts: PictureParts): FoundValue[] => [
  ...(sidecar?.found ?? []),
  ...xmp.flatMap(({ found }) => found),
  ...iim,
  ...(exif?.found ?? []),
  ...(parts.found ?? []),
]

/** Said by importer and thumbnail alike. */
export const endsEarly: Doubt = {
  field: 'picture',
  message: 'The file ends before the picture does, or is damaged; part of the picture is missing.',
}

const isEmpty = (photo: Pick<ParsedPhoto, 'width' | 'fields'>): boolean =>
  photo.width === undefined && Object.keys(photo.fields).length === 0

/** The photo that a picture's parts make, with the sidecar beside it. */
export const toPhoto = async (
  file: ImportFile,
  parts: PictureParts,
  doubts: Doubt[],
): Promise<ParsedPhoto> => {
  if (parts.endsEarly === true) doubts.push(endsEarly)
  const companion = findSidecar(file)
  const content = await readContent(parts, companion?.bytes, doubts)
  const { exif, xmp, sidecar, credentials } = content
  const described = [sidecar, ...xmp]
  const position = exif?.position ?? described.find((one) => one?.position)?.position
  const capturedAt = exif?.capturedAt ?? described.find((one) => one?.capturedAt)?.capturedAt
  const photo: ParsedPhoto = {
    kind: 'photo',
    ...mergeFields(foundIn(content, parts)),
    ...(parts.size ?? {}),
    orientation: parts.orientation ?? exif?.orientation ?? 1,
    ...(position ? { position } : {}),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(credentials ? { contentCredentials: credentials } : {}),
    ...(companion && sidecar ? { sidecar: companion.name } : {}),
    held: true,
    ...(doubts.length > 0 ? { doubts } : {}),
  }
  if (isEmpty(photo)) throw new CuttingsError('damaged-file', { reason: 'it has no size and no metadata' })
  return photo
}
