import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { faultCode } from '#core/store/faults'
import { archiveLayout } from '#core/store/layout'
import { heldUploads } from '#core/store/originals/heldUploads'

export interface SessionFolder {
  /** A new folder for one file, inside the staging of the archive that is open now. */
  readonly createPlace: () => Promise<string>
  /** Unless an import that was interrupted needs what is in it. */
  readonly remove: () => Promise<void>
}

const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (faultCode(error) !== 'EEXIST') throw error
  }
}

/**
 * Where uploads and packs to be fetched wait: in the archive's own staging, which opening empties. The archive's folder is
 * never made here: where its disk is gone, that is said.
 */
export const createSessionFolder = (archive: () => string): SessionFolder => {
  const name = `session-${randomUUID()}`
  return {
    createPlace: async () => {
      const { staging } = archiveLayout(archive())
      const folder = join(staging, name)
      try {
        await makeFolder(staging)
        await makeFolder(folder)
        const place = join(folder, randomUUID())
        await makeFolder(place)
        return place
      } catch (cause) {
        if (faultCode(cause) === 'ENOENT') throw new CuttingsError('archive-gone', {}, { cause })
        throw new CuttingsError('archive-read-only', { reason: 'its folder refused it' }, { cause })
      }
    },
    remove: async () => {
      const layout = archiveLayout(archive())
      if ((await heldUploads(layout)).has(name)) return
      await rm(join(layout.staging, name), { recursive: true, force: true })
    },
  }
}
