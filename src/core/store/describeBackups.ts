import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueBackup } from '#shared/contract/host'
import { id, type Id } from '#shared/model/scalars'
import { damageOf, listBackups, type Backup } from './backups'
import { checkBackup } from './checkBackup'
import { readSmallFile } from './durableFile'
import { nodeFileSystem as fs } from './fileSystem'
import { archiveLayout, type Layout } from './layout'
import { openCatalogueReader } from './openCatalogueReader'

type Contents = Pick<CatalogueBackup, 'sound' | 'counts' | 'damaged'>

/** What was damaged in it when it was made, a line each. */
const damagedIn = async (layout: Layout, name: string): Promise<string[]> => {
  const text = await readSmallFile(fs, damageOf(join(layout.backups, name)))
  return (text ?? '').split('\n').filter((line) => line !== '')
}

/** Ids of the records that were damaged when the newest copy was made. */
export const damagedAtLastCopy = async (layout: Layout): Promise<Id[]> => {
  const [newest] = await listBackups(fs, layout)
  if (!newest?.damaged) return []
  const lines = await damagedIn(layout, newest.name)
  return lines.flatMap((line) => id.safeParse(line.split(' ')[0]).data ?? [])
}

const contentsOf = async (layout: Layout, { name, damaged }: Backup): Promise<Contents> => {
  try {
    await checkBackup(fs, layout, name)
    const reader = openCatalogueReader(join(layout.backups, name))
    try {
      const { article, photo, reference, source } = reader.describe().counts
      const counts = { article, photo, reference, source }
      return { sound: true, counts, ...(damaged ? { damaged: (await damagedIn(layout, name)).length } : {}) }
    } finally {
      reader.close()
    }
  } catch {
    // Whatever is wrong with it, it is not to be put in the place of the catalogue.
    return { sound: false }
  }
}

const describe = async (layout: Layout, backup: Backup): Promise<CatalogueBackup[]> => {
  const { name, at } = backup
  try {
    const { size } = await stat(join(layout.backups, name))
    return [{ name, at: new Date(at).toISOString(), bytes: size, ...(await contentsOf(layout, backup)) }]
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
