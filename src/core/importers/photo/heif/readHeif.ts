import { windowOf, type ByteWindow } from '../byteWindow'
import { longestBlock, type PictureParts, type PixelSize } from '../pictureParts'
import { readBoxes, type Box } from './boxes'
import { readMeta, type HeifMeta } from './readMeta'
import { toOrientation, type Turn } from './toOrientation'

/** The `uuid` of a box that holds C2PA data (C2PA 2.2, A.5.1). */
const manifestUuid = 'd8fec3d61b0e483c92975828877ec481'

const rdfType = 'application/rdf+xml'

const readManifest = async (window: ByteWindow, boxes: readonly Box[]): Promise<Buffer | undefined> => {
  for (const { type, start, end } of boxes) {
    if (type !== 'uuid' || end - start > longestBlock) continue
    const bytes = await window.read(start, end - start)
    if (bytes.toString('hex', 0, 16) !== manifestUuid) continue
    // Version and flags, the purpose as text up to a zero, and for a manifest an offset of eight bytes.
    const purposeEnd = bytes.indexOf(0, 20)
    if (bytes.toString('latin1', 20, purposeEnd) === 'manifest') return bytes.subarray(purposeEnd + 9)
  }
  return undefined
}

const sizeOf = ({ properties }: HeifMeta): PixelSize | undefined => {
  const bytes = properties.find(({ type }) => type === 'ispe')?.bytes
  if (!bytes || bytes.length < 12) return undefined
  const [width, height] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)]
  return width > 0 && height > 0 ? { width, height } : undefined
}

const turnsOf = ({ properties }: HeifMeta): Turn[] =>
  properties.flatMap(({ type, bytes }): Turn[] =>
    (type === 'irot' || type === 'imir') && bytes.length > 0
      ? [{ property: type, value: bytes.readUInt8(0) }]
      : [],
  )

/** The data of an `Exif` item: the length of what stands before its TIFF head, that, and the TIFF structure. */
const exifWindow = (data: Buffer): ByteWindow | undefined =>
  data.length > 12 ? windowOf(data.subarray(4 + data.readUInt32BE(0))) : undefined

/** What the boxes of a HEIC, HEIF or AVIF picture say. Its own turn holds: that of EXIF is not to be done (6.5.10). */
export const readHeif = async (window: ByteWindow): Promise<PictureParts> => {
  const boxes = await readBoxes(window, 0, window.size)
  const box = boxes.find(({ type }) => type === 'meta')
  const manifest = await readManifest(window, boxes)
  // Fewer bytes than the head of a box are padding.
  const endsEarly = window.size - (boxes.at(-1)?.end ?? 0) >= 8
  if (!box) return { manifest, endsEarly }
  const meta = await readMeta(window, box)
  const xmp: Buffer[] = []
  let exif: ByteWindow | undefined
  for (const [id, { type, contentType }] of meta.items) {
    const isXmp = type === 'mime' && contentType === rdfType
    const data = isXmp || (type === 'Exif' && !exif) ? await meta.dataOf(id) : undefined
    if (data && isXmp) xmp.push(data)
    else if (data) exif = exifWindow(data)
  }
  return { size: sizeOf(meta), exif, xmp, manifest, endsEarly, orientation: toOrientation(turnsOf(meta)) }
}
