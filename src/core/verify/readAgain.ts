import { createHash } from 'node:crypto'
import { CuttingsError } from '#shared/errors'
import type { Original } from '#shared/model/original'
import type { Sha256 } from '#shared/model/scalars'
import { linkAt } from '../store/originals/linkAt'
import type { Found } from '../store/catalogue/readings'
import type { Archive } from '../store/types'

const chunkSize = 1024 * 1024

/** SHA-256 and size of the bytes in an original's place. `between` is called before each part, and may throw. */
export const hashOriginal = async (
  { originals }: Pick<Archive, 'originals'>,
  sha256: Sha256,
  between: () => void,
): Promise<{ readonly sha256: Sha256; readonly bytes: number }> => {
  const file = await originals.open(sha256)
  try {
    const hash = createHash('sha256')
    const buffer = new Uint8Array(chunkSize)
    let bytes = 0
    for (;;) {
      between()
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null)
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
      bytes += bytesRead
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

const foundBy = (error: unknown): Found => {
  if (!(error instanceof CuttingsError)) return 'unreadable'
  if (error.code === 'not-found') return 'missing'
  if (error.code === 'unreadable') return 'unreadable'
  throw error
}

/** Reads an original whole and compares it with its record. What ends the whole work is thrown. */
export const readAgain = async (
  archive: Pick<Archive, 'originals'>,
  original: Pick<Original, 'sha256' | 'bytes'>,
  between: () => void,
): Promise<Found> => {
  if ((await linkAt(archive.originals.pathOf(original.sha256))) === 'symbolic') return 'linked'
  try {
    const read = await hashOriginal(archive, original.sha256, between)
    return read.sha256 === original.sha256 && read.bytes === original.bytes ? 'sound' : 'changed'
  } catch (error) {
    return foundBy(error)
  }
}
