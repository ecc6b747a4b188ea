import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The pack that ships in the folder `archive`: the first by name that is a bag. Undefined where none ships. */
export const findBundledPack = async (folder: string): Promise<string | undefined> => {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.sort()) {
    const bag = await lstat(join(folder, name, 'bagit.txt')).catch(() => undefined)
    if (bag?.isFile()) return join(folder, name)
  }
  return undefined
}
