import { lstat } from 'node:fs/promises'
import { archiveLayout } from '#core/store/layout'

/** Whether a folder holds an archive's marker: enough to leave the open one for it, not yet that it can be opened. */
export const looksLikeArchive = async (folder: string): Promise<boolean> => {
  try {
    return (await lstat(archiveLayout(folder).marker)).isFile()
  } catch {
    // Whatever keeps the marker from being seen, there is no archive to open here.
    return false
  }
}
