import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueBackup } from '#shared/contract/host'
import { listBackups, type Backup } from './backups'
import { checkBackup } from './checkBackup'
import { nodeFileSystem as fs } from './fileSystem'
import { archiveLayout, type Layout } from './layout'
import { openCatalogueReader } from './openCatalogueReader'

type Contents = Pick<CatalogueBackup, 'sound' | 'counts'>

const contentsOf = async (layout: Layout, name: string): Promise<Contents> => {
  try {
    await checkBackup(fs, layout, name)
    const reader = openCatalogueReader(join(layout.backups, name))
    try {
      const { article, photo, reference, source } = reader.describe().counts
      return { sound: true, counts: { article, photo, reference, source } }
    } finally {
      reader.close()
    }
  } catch {
    // Whatever is wrong with it, it is not to be put in the place of the catalogue.
    return { sound: false }
  }
}

const describe = async (layout: Layout, { name, at }: Backup): Promise<CatalogueBackup[]> => {
  try {
    const { size } = await stat(join(layout.backups, name))
    return [{ name, at: new Date(at).toISOString(), bytes: size, ...(await contentsOf(layout, name)) }]
  } catch {
    // It went away meanwhile.
    return []
  }
}

/** The copies of an archive's catalogue, the newest first, each read through. Writes nothing and never throws. */
export const describeBackups = async (folder: string): Promise<readonly CatalogueBackup[]> => {
  const layout = archiveLayout(folder)
  try {
    const described: CatalogueBackup[] = []
    for (const backup of await listBackups(fs, layout)) described.push(...(await describe(layout, backup)))
    return described
  } catch {
    // No folder of that name, or none that can be read: there is nothing to offer.
    return []
  }
}
