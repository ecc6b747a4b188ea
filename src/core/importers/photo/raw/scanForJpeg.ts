import type { ByteWindow } from '../byteWindow'
import { readJpeg } from '../jpeg/readJpeg'

/** Bytes from the beginning that are searched, and JPEGs in them that are looked at, at most. */
const searched = 8 * 1024 * 1024
const mostLooked = 64

const longest = 16 * 1024 * 1024

/** How every JPEG begins, with the first byte of its first segment. */
const beginning = Buffer.from([0xff, 0xd8, 0xff])

/** The JPEG of most pixels that begins near the beginning of a file; its end is left to whoever decodes it. */
export const scanForJpeg = async (window: ByteWindow): Promise<Buffer | undefined> => {
  const bytes = await window.read(0, Math.min(searched, window.size))
  let best: { readonly at: number; readonly pixels: number } | undefined
  let at = bytes.indexOf(beginning)
  for (let count = 0; at >= 0 && count < mostLooked; count += 1) {
    const { size, lossless } = await readJpeg(window, at)
    const pixels = size && lossless !== true ? size.width * size.height : 0
    if (pixels > (best?.pixels ?? 0)) best = { at, pixels }
    at = bytes.indexOf(beginning, at + 3)
  }
  return best && window.read(best.at, longest)
}
