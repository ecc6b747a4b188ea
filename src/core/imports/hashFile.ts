import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Sha256 } from '#shared/model/scalars'
import type { FilePath } from '../store/types'

/** SHA-256 of the regular file that is at a path now; undefined where none can be read there. No link is followed. */
export const hashFile = async (path: FilePath, signal?: AbortSignal): Promise<Sha256 | undefined> => {
  const hash = createHash('sha256')
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      if (!(await file.stat()).isFile()) return undefined
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        signal?.throwIfAborted()
        hash.update(chunk as Uint8Array)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (signal?.aborted) throw error
    // Gone, out of reach or replaced by something else: it is not the file that was planned, which is all that is asked.
    return undefined
  }
  return hash.digest('hex')
}
