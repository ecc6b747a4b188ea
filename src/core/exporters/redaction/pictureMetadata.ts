const jpegStart = Buffer.from([0xff, 0xd8, 0xff])
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/** How EXIF that says nothing but how to turn a picture begins; what follows is the turn. */
const onlyOrientation = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1')

const isTurnOnly = (payload: Buffer): boolean =>
  payload.length === 32 && payload.subarray(0, onlyOrientation.length).equals(onlyOrientation)

const jpegMetadata = (bytes: Buffer): string | undefined => {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) break
    const length = bytes.readUInt16BE(at + 2)
    const payload = bytes.subarray(at + 4, at + 2 + length)
    const begins = payload.toString('latin1', 0, 12)
    const isAllowed =
      (marker === 0xe0 && begins.startsWith('JFIF\0') && payload[12] === 0 && payload[13] === 0) ||
      (marker === 0xe1 && isTurnOnly(payload)) ||
      (marker === 0xe2 && begins === 'ICC_PROFILE\0') ||
      (marker === 0xee && begins.startsWith('Adobe'))
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !isAllowed))
      return `a segment of metadata (APP${marker - 0xe0})`
    at += 2 + length
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (end < 0 || end + 2 !== bytes.length) return 'bytes after the picture'
  return bytes.indexOf(jpegStart, 2) >= 0 ? 'a picture inside the picture' : undefined
}

const pngMetadata = (bytes: Buffer): string | undefined => {
  let at = 8
  while (at + 12 <= bytes.length) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (/^(?:tEXt|zTXt|iTXt|eXIf|tIME|caBX|dSIG)$/.test(name)) return `a chunk of metadata (${name})`
    at += 12 + bytes.readUInt32BE(at)
    if (name === 'IEND') return at === bytes.length ? undefined : 'bytes after the picture'
  }
  return 'a picture without an end'
}

/** What a picture of a redacted pack still says beside what it shows; undefined for one that says nothing, and for no picture. */
export const pictureMetadata = (bytes: Buffer): string | undefined => {
  if (bytes.subarray(0, 3).equals(jpegStart)) return jpegMetadata(bytes)
  return bytes.subarray(0, 4).equals(pngStart) ? pngMetadata(bytes) : undefined
}
