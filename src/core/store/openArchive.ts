import { basename } from 'node:path'
import { CuttingsError } from '#shared/errors'
import type { Sha256 } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import type { Access } from './access'
import { gainAccess, giveUpWriting } from './access'
import { assertOwnPlaces } from './assertOwnPlaces'
import { createBackups } from './backups'
import { createCatalogue } from './catalogue/createCatalogue'
import { checkDatabase } from './database/checkDatabase'
import { peekVersion } from './database/peekVersion'
import { createDatabaseHandle } from './database/createDatabaseHandle'
import type { Connection } from './database/openConnection'
import { openConnection } from './database/openConnection'
import { isMissing } from './durableFile'
import { withStorageFaults } from './faults'
import type { FileSystem } from './fileSystem'
import { nodeFileSystem } from './fileSystem'
import type { Layout } from './layout'
import { archiveLayout } from './layout'
import type { Marker } from './marker'
import { formatVersion, readMarker } from './marker'
import { clearStaging, createStaging } from './originals/createStaging'
import { createOriginalStore } from './originals/createOriginalStore'
import { createPresence } from './presence'
import type { Archive } from './types'

export interface OpenDeps {
  readonly clock: Clock
  /** `read` takes no lock and writes no byte. */
  readonly mode?: 'write' | 'read'
  /** Takes the lock of another machine: only where the user asked for it. One that runs here keeps its own. */
  readonly takeLock?: boolean
  readonly fs?: FileSystem
}

/**
 * Marker, lock, staging, catalogue, in this order. Throws `archive-missing`, `archive-newer`, `archive-damaged`; where it
 * can be read but not written it opens with `readOnly`.
 */
export const openArchive = (folder: string, deps: OpenDeps): Promise<Archive> => {
  const fs = deps.fs ?? nodeFileSystem
  const layout = archiveLayout(folder)
  return withStorageFaults('the archive', async () => {
    const marker = newerOf(await readMarker(fs, layout), peekVersion(layout.catalogue))
    const access = await gainAccess({ ...deps, fs, layout, marker })
    try {
      if (access.lock) {
        await assertOwnPlaces(fs, layout)
        await clearStaging(fs, layout)
      }
      const version = checkDatabase(layout.catalogue)
      const allowed = version > formatVersion ? await giveUpWriting(access, version) : access
      const connection = await openConnection({ fs, layout, marker, write: allowed.lock !== undefined })
      return assemble({ fs, layout, marker, access: allowed, connection, clock: deps.clock })
    } catch (error) {
      // On a disk that is gone or faulty it cannot be removed; it is taken once this process has ended.
      await access.lock?.release().catch(() => undefined)
      throw await explain(fs, layout, error)
    }
  })
}

/** A newer writer that was killed before it renewed the marker: what may be written is decided before a byte is. */
const newerOf = (marker: Marker, version: number): Marker =>
  version > formatVersion && version > marker.version ? { ...marker, version } : marker

/** Where the marker is no longer there, the disk went while the archive was being opened: nothing of it is damaged. */
const explain = async (fs: FileSystem, layout: Layout, error: unknown): Promise<unknown> => {
  try {
    await fs.lstat(layout.marker)
    return error
  } catch (missing) {
    return isMissing(missing) ? new CuttingsError('archive-gone', {}, { cause: error }) : error
  }
}

interface Parts {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly clock: Clock
  readonly marker: Marker
  readonly access: Access
  readonly connection: Connection
}

const assemble = ({ fs, layout, clock, marker, access, connection }: Parts): Archive => {
  const presence = createPresence(fs, layout.catalogue)
  const assertWritable = (): void => {
    if (access.refusal) throw access.refusal()
  }
  const db = createDatabaseHandle({ connection: connection.current, check: presence.check, assertWritable })
  const catalogue = createCatalogue({
    db,
    path: layout.catalogue,
    clock,
    archiveId: marker.id,
    writable: access.lock !== undefined,
  })
  const adopted = new Set<Sha256>()
  const backups = createBackups({ fs, layout, clock, presence, revision: catalogue.revision })
  if (access.lock) backups.start(connection.current())
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await backups.finish()
    connection.close()
    // A lock that cannot be removed, on a disk that is gone or faulty, is taken once this process has ended.
    await access.lock?.release().catch(() => undefined)
  }
  return {
    folder: layout.folder,
    id: marker.id,
    name: basename(layout.folder),
    readOnly: access.readOnly,
    writable: access.lock !== undefined,
    refusal: access.refusal,
    layout,
    catalogue: {
      ...catalogue,
      commit: (change) => {
        const revision = catalogue.commit(change)
        for (const { sha256 } of change.records.originals) adopted.delete(sha256)
        return revision
      },
    },
    originals: createOriginalStore({ fs, layout, presence, assertWritable, adopted }),
    staging: createStaging({ fs, layout, presence, assertWritable }),
    backUp: async () => {
      assertWritable()
      await backups.now(connection.current())
    },
    close: () => (closing ??= close()),
  }
}
