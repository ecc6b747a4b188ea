import { relative } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { isMissing } from './durableFile'
import type { FileSystem } from './fileSystem'
import type { Layout } from './layout'
import { layoutFolders } from './layout'

/**
 * Throws `archive-damaged` where a folder of the archive is a link or no folder. An archive can come from anybody: a link in
 * the place of `staging` would have opening empty a folder of the user's.
 */
export const assertOwnPlaces = async (fs: FileSystem, layout: Layout): Promise<void> => {
  for (const path of layoutFolders(layout)) await assertOwn(fs, layout, path, 'folder')
  await assertOwn(fs, layout, layout.catalogue, 'file')
}

const assertOwn = async (
  fs: FileSystem,
  layout: Layout,
  path: string,
  wanted: 'folder' | 'file',
): Promise<void> => {
  try {
    const stats = await fs.lstat(path)
    if (wanted === 'folder' ? stats.isDirectory() : stats.isFile()) return
  } catch (error) {
    // What is missing is made anew, or said where it is needed.
    if (isMissing(error)) return
    throw error
  }
  const reason = `${relative(layout.folder, path)} is no ${wanted} of its own`
  throw new CuttingsError('archive-damaged', { reason })
}
