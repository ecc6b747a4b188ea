import { CuttingsError } from '#shared/errors'
import type { ByteSource } from '../types'

/** Bytes of one part. */
export const partSize = 256 * 1024

/** The bytes `[from, to)` in parts. Throws `damaged-file` where the source ends before. */
export async function* rangeParts(source: ByteSource, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to;) {
    const part = await source.read(at, Math.min(partSize, to - at))
    if (part.length === 0)
      throw new CuttingsError('damaged-file', { reason: 'it ends before its content does' })
    at += part.length
    yield part
  }
}
