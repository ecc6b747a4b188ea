import { lstat, rm } from 'node:fs/promises'
import { isMissing } from './durableFile'

/**
 * Takes away a folder, or a link, that stands in the place of a file under `derived/`, so that the file can be made again.
 * Only ever for such places: what is derived can be deleted at any time.
 */
export const clearPlace = async (path: string): Promise<void> => {
  try {
    if ((await lstat(path)).isFile()) return
    await rm(path, { recursive: true, force: true })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
