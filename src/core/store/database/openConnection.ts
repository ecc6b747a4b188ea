import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { writeSmallFile } from '../durableFile'
import type { FileSystem } from '../fileSystem'
import type { Layout } from '../layout'
import type { Marker } from '../marker'
import { formatVersion, markerText } from '../marker'
import { migrations } from '../migrations/migrations'
import type { ReadConnection } from './createReadConnection'
import { createReadConnection } from './createReadConnection'
import { migrate, openWriter } from './openWriter'

export type Connection = ReadConnection

export interface ConnectionRequest {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly marker: Marker
  readonly write: boolean
}

export const openConnection = async (request: ConnectionRequest): Promise<Connection> => {
  const { layout } = request
  if (!request.write) return createReadConnection(layout.catalogue)
  const connection = openWriter(layout.catalogue)
  try {
    // SQLite makes the name of its log durable itself, but heeds no fault of that: without the name each commit is lost.
    await request.fs.syncFolder(layout.folder)
    migrate(connection, migrations)
    await renewMarker(request)
  } catch (error) {
    connection.close()
    throw error
  }
  return { current: () => connection, close: () => closeWriter(connection) }
}

/** The marker follows the catalogue: one that was not renewed in time is renewed when the archive is opened next. */
const renewMarker = async ({ fs, layout, marker }: ConnectionRequest): Promise<void> => {
  if (marker.version === formatVersion) return
  const renewed = `${layout.marker}.new`
  await writeSmallFile(fs, renewed, markerText({ ...marker, version: formatVersion }), 'w')
  await fs.rename(renewed, layout.marker)
  await fs.syncFolder(layout.folder)
}

const closeWriter = (connection: DatabaseSyncInstance): void => {
  try {
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // A full or vanished disk: what was committed is durable in the log, from which the next opening takes it.
  } finally {
    connection.close()
  }
}
