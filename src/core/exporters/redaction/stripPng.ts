import type { Stripped } from './stripJpeg'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Chunks that say how the picture looks (ISO/IEC 15948); texts, times, EXIF and all that is private go. */
const needed = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'bKGD',
  'pHYS',
  'cICP',
  'acTL',
  'fcTL',
  'fdAT',
])

/** A PNG without its metadata and what follows its end; undefined where it is not read to its end. */
export const stripPng = (bytes: Buffer): Stripped | undefined => {
  if (!bytes.subarray(0, 8).equals(signature)) return undefined
  const parts: Buffer[] = [bytes.subarray(0, 8)]
  const removed: Buffer[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const name = bytes.toString('latin1', at + 4, at + 8)
    ;(needed.has(name) ? parts : removed).push(bytes.subarray(at, end))
    at = end
    if (name === 'IEND') {
      if (at < bytes.length) removed.push(bytes.subarray(at))
      return { bytes: Buffer.concat(parts), removed }
    }
  }
  return undefined
}
