/** A picture without its metadata, and what was taken out of it, whole. */
export interface Stripped {
  readonly bytes: Buffer
  readonly removed: readonly Buffer[]
}

const startOfImage = 0xffd8
const startOfScan = 0xda
const endOfImage = 0xd9

const isRestartOrFill = (marker: number): boolean =>
  marker === 0 || marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** JFIF without its small picture: version, unit and density stand in the first 12 bytes (ITU-T T.871). */
const bareJfif = (payload: Buffer): Buffer => {
  const head = Buffer.alloc(18)
  head.writeUInt16BE(0xffe0, 0)
  head.writeUInt16BE(16, 2)
  payload.copy(head, 4, 0, 12)
  return head
}

/** EXIF that says how the picture is to be turned, and nothing else. */
export const orientationSegment = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1'),
    Buffer.from([0, orientation, 0, 0, 0, 0, 0, 0]),
  ])

const beginsWith = (payload: Buffer, text: string): boolean =>
  payload.subarray(0, text.length).toString('latin1') === text

/** The segments that decoding needs: JFIF's head, the colour profile, Adobe's colour transform; of APP and COM nothing else. */
const kept = (marker: number, segment: Buffer): Buffer | undefined => {
  const payload = segment.subarray(4)
  if (marker === 0xe0 && beginsWith(payload, 'JFIF\0')) return bareJfif(payload)
  if (marker === 0xe2 && beginsWith(payload, 'ICC_PROFILE\0')) return segment
  if (marker === 0xee && beginsWith(payload, 'Adobe')) return segment
  const isMetadata = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)
  return isMetadata ? undefined : segment
}

/** Where the coded data that begins at `at` ends: at a marker that is neither stuffed nor one of restart. */
const endOfData = (bytes: Buffer, at: number): number => {
  for (let place = bytes.indexOf(0xff, at); place >= 0; place = bytes.indexOf(0xff, place + 1)) {
    const marker = bytes[place + 1]
    if (marker !== undefined && !isRestartOrFill(marker)) return place
  }
  return bytes.length
}

/**
 * A JPEG without EXIF, XMP, IPTC, comments, small pictures and whatever follows its end; its coded data is copied as it is.
 * Undefined where the bytes are not read as a JPEG to their end: what is not understood is not let through.
 */
export const stripJpeg = (bytes: Buffer, orientation: number): Stripped | undefined => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== startOfImage) return undefined
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  const removed: Buffer[] = []
  let head = orientation === 1 ? undefined : orientationSegment(orientation)
  let at = 2
  while (at + 4 <= bytes.length || (at + 2 <= bytes.length && bytes[at + 1] === endOfImage)) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === 0) return undefined
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) {
      if (at + 2 < bytes.length) removed.push(bytes.subarray(at + 2))
      return { bytes: Buffer.concat([...parts, bytes.subarray(at, at + 2)]), removed }
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const segment = bytes.subarray(at, end)
    const left = kept(marker, segment)
    if (left !== segment) removed.push(segment)
    // After JFIF, which has to stand first.
    if (head && marker !== 0xe0) {
      parts.push(head)
      head = undefined
    }
    if (left) parts.push(left)
    at = end
    if (marker === startOfScan) {
      const next = endOfData(bytes, at)
      parts.push(bytes.subarray(at, next))
      at = next
    }
  }
  return undefined
}
