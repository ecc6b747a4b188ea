import { join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { stampOf } from './backups'
import { checkDatabase } from './database/checkDatabase'
import { readSmallFile } from './durableFile'
import type { FileSystem } from './fileSystem'
import type { Layout } from './layout'
import { hashOf } from './originals/adoptFile'

/**
 * Throws `backup-damaged` where a copy of the catalogue is not, byte for byte, what was checked when it was made, or cannot
 * be read through. One of an earlier version has no stamp beside it, and is only read through.
 */
export const checkBackup = async (fs: FileSystem, layout: Layout, name: string): Promise<void> => {
  const path = join(layout.backups, name)
  const stamp = await readSmallFile(fs, stampOf(path))
  if (stamp !== undefined && stamp.split(' ')[0] !== (await hashOf(fs, path)))
    throw new CuttingsError('backup-damaged', { reason: 'its bytes are not those that were checked' })
  try {
    checkDatabase(path)
  } catch (error) {
    if (!(error instanceof CuttingsError) || error.code !== 'archive-damaged') throw error
    throw new CuttingsError('backup-damaged', { reason: String(error.details['reason']) }, { cause: error })
  }
}
