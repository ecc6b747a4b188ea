import type { ByteWindow } from '../byteWindow'

/** One marker segment of a JPEG (ITU-T T.81, B.1): its marker's second byte, and what follows its length. */
export interface JpegSegment {
  readonly marker: number
  readonly payload: Buffer
}

/** Segments before the picture's data, at most. */
const mostSegments = 10_000

const scanStart = 0xda
const imageEnd = 0xd9

/** Markers that stand alone, without a length. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** The segments from a JPEG's beginning to its first scan; what is no segment ends them. */
export async function* readSegments(window: ByteWindow, start = 0): AsyncGenerator<JpegSegment> {
  let at = start + 2
  for (let count = 0; count < mostSegments; count += 1) {
    const head = await window.read(at, 4)
    if (head.length < 2 || head[0] !== 0xff) return
    const marker = head[1] ?? 0
    if (marker === scanStart || marker === imageEnd) return
    if (marker === 0xff || standsAlone(marker)) {
      // A fill byte may stand before any marker.
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = head.length < 4 ? 0 : head.readUInt16BE(2)
    if (length < 2) return
    yield { marker, payload: await window.read(at + 4, length - 2) }
    at += 2 + length
  }
}
