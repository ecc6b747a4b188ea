import { lstat } from 'node:fs/promises'
import { isMissing } from '../durableFile'

/**
 * How a path shares its bytes with another name: by a symbolic link, or (`hard`) as one of several names of one file.
 * Undefined where it does not, or where nothing is.
 */
export const linkAt = async (path: string): Promise<'symbolic' | 'hard' | undefined> => {
  try {
    const stats = await lstat(path)
    if (stats.isSymbolicLink()) return 'symbolic'
    return stats.isFile() && stats.nlink > 1 ? 'hard' : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
