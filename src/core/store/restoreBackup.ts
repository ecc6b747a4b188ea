import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { accessOf } from './access'
import { acquireLock } from './acquireLock'
import { listBackups } from './backups'
import { checkBackup } from './checkBackup'
import { isMissing } from './durableFile'
import { withStorageFaults } from './faults'
import { nodeFileSystem, type FileSystem } from './fileSystem'
import { archiveLayout, type Layout } from './layout'
import { formatVersion, readMarker } from './marker'
import type { OpenDeps } from './openArchive'

const copyBackup = async (fs: FileSystem, from: string, to: string): Promise<void> => {
  await copyFile(from, to)
  const file = await fs.open(to, 'r+')
  try {
    await file.chmod(0o600)
    await fs.sync(file)
  } finally {
    await file.close()
  }
}

/** Into the quarantine with all that belongs to a catalogue, its log first: the log of one must not be read into another. */
const setAside = async (fs: FileSystem, layout: Layout, now: Date): Promise<void> => {
  const moment = now.toISOString().replace(/[-:.]/g, '')
  await fs.makeFolder(layout.quarantine)
  for (const ending of ['-wal', '-shm', '']) {
    const path = `${layout.catalogue}${ending}`
    try {
      await fs.rename(path, join(layout.quarantine, `${basename(layout.catalogue)}.${moment}${ending}`))
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  await fs.syncFolder(layout.quarantine)
}

/**
 * Puts a sound copy in the place of the catalogue, at the user's wish. What stood there is kept in `quarantine`. Cut short
 * at any step, the archive has its damaged catalogue, or none and says so, or the restored one: never an empty one. Throws
 * `not-found`, `backup-damaged`, `archive-newer`, and what stands against writing.
 */
export const restoreBackup = (folder: string, name: string, deps: OpenDeps): Promise<void> => {
  const { fs = nodeFileSystem, clock, takeLock = false } = deps
  const layout = archiveLayout(folder)
  return withStorageFaults('the catalogue', async () => {
    const { version, oldestWriter } = await readMarker(fs, layout)
    if (oldestWriter > formatVersion || version > formatVersion)
      throw new CuttingsError('archive-newer', { version, known: formatVersion })
    const { lock, refusal } = accessOf(await acquireLock({ fs, layout, clock, takeLock }))
    if (refusal) throw refusal()
    try {
      if (!(await listBackups(fs, layout)).some((backup) => backup.name === name))
        throw new CuttingsError('not-found', { what: 'backup' })
      await checkBackup(fs, layout, name)
      const fresh = `${layout.catalogue}.restored`
      await copyBackup(fs, join(layout.backups, name), fresh)
      await setAside(fs, layout, clock.now())
      await fs.rename(fresh, layout.catalogue)
      await fs.syncFolder(layout.folder)
    } finally {
      await lock?.release()
    }
  })
}
