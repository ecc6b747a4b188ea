import type { ByteWindow } from '../byteWindow'
import { longestBlock } from '../pictureParts'

/** One chunk of a PNG (ISO/IEC 15948). */
export interface PngChunk {
  readonly name: string
  readonly data: Buffer
}

/** Chunks of one file, at most. */
const mostChunks = 200_000

/** The chunks of those names, in order; the picture's own data is passed over unread. */
export async function* readChunks(window: ByteWindow, wanted: ReadonlySet<string>): AsyncGenerator<PngChunk> {
  let at = 8
  for (let count = 0; count < mostChunks; count += 1) {
    const head = await window.read(at, 8)
    if (head.length < 8) return
    const length = head.readUInt32BE(0)
    const name = head.toString('latin1', 4, 8)
    if (wanted.has(name) && length <= longestBlock) yield { name, data: await window.read(at + 8, length) }
    if (name === 'IEND') return
    at += 12 + length
  }
}
