import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { accessOf } from './access'
import { acquireLock } from './acquireLock'
import { createDatabase } from './database/openWriter'
import { isMissing, writeSmallFile } from './durableFile'
import { withStorageFaults } from './faults'
import type { FileSystem } from './fileSystem'
import { nodeFileSystem } from './fileSystem'
import type { Layout } from './layout'
import { archiveLayout, layoutFolders } from './layout'
import { markerText, newMarker } from './marker'
import { migrations } from './migrations/migrations'
import type { OpenDeps } from './openArchive'
import { openArchive } from './openArchive'
import { readme } from './readme'
import type { Archive } from './types'

/**
 * Makes an archive in a new or an empty folder and opens it. The marker comes last, so that one that was cut short is
 * none yet: the next attempt at the same place begins anew. Refuses with `archive-exists`, `archive-not-empty`.
 */
export const createArchive = async (folder: string, deps: OpenDeps): Promise<Archive> => {
  const fs = deps.fs ?? nodeFileSystem
  const layout = archiveLayout(folder)
  await withStorageFaults('the archive', async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await assertFree(fs, layout)
    await makeArchive(fs, layout, deps)
  })
  return openArchive(folder, deps)
}

const assertFree = async (fs: FileSystem, layout: Layout): Promise<void> => {
  const names = new Set((await fs.entries(layout.folder)).map((entry) => entry.name))
  const place = basename(layout.folder)
  if (names.has(basename(layout.marker))) throw new CuttingsError('archive-exists', { place })
  if (names.size > 0 && !names.has(basename(layout.unfinishedMarker)))
    throw new CuttingsError('archive-not-empty', { place })
}

const makeArchive = async (
  fs: FileSystem,
  layout: Layout,
  { clock, takeLock = false }: OpenDeps,
): Promise<void> => {
  const marker = markerText(newMarker(clock.createId(), clock.now()))
  // From here on, whatever is cut short is known as ours.
  await (await fs.open(layout.unfinishedMarker, 'a', 0o600)).close()
  const { lock, refusal } = accessOf(await acquireLock({ fs, layout, clock, takeLock }))
  if (refusal) throw refusal()
  try {
    await assertFree(fs, layout)
    await writeSmallFile(fs, layout.unfinishedMarker, marker, 'w')
    await removeLeftOvers(fs, layout)
    for (const path of layoutFolders(layout)) await fs.makeFolder(path)
    await writeSmallFile(fs, layout.readme, readme)
    await (await fs.open(layout.catalogue, 'wx', 0o600)).close()
    createDatabase(layout.catalogue, migrations)
    await fs.syncFolder(layout.folder)
    await fs.rename(layout.unfinishedMarker, layout.marker)
    await fs.syncFolder(layout.folder)
    await fs.syncFolder(dirname(layout.folder))
  } finally {
    await lock?.release()
  }
}

const removeLeftOvers = async (fs: FileSystem, layout: Layout): Promise<void> => {
  const { catalogue, readme: readmePath } = layout
  for (const path of [readmePath, catalogue, `${catalogue}-wal`, `${catalogue}-shm`])
    await removeLeftOver(fs, path)
}

const removeLeftOver = async (fs: FileSystem, path: string): Promise<void> => {
  try {
    await fs.remove(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
