import { pathToFileURL } from 'node:url'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Migration } from '../migrations/types'

/** 'Cutt': tells the file from another SQLite database (PRAGMA application_id). */
export const applicationId = 0x43757474

/**
 * WAL with synchronous=FULL: a commit is on the disk when it returns (macOS: past the drive's own cache too). SQLite's
 * temporary files stay in memory: nothing goes into the system's temporary folder. 16 MB of pages are kept, which hold the
 * index of a list of 100,000 rows, and no more: they are what grows in a long import. No memory map, which a vanished disk
 * would turn into a crash.
 */
const writerPragmas = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16384;
`

/**
 * Milliseconds for which one waits for another process, from the first statement on: while a log is recovered that a killed
 * writer left, even a look at the schema finds the database locked.
 */
export const busyTimeout = 5000

/** The one writing connection. Never makes a database where there is none. */
export const openWriter = (path: string): DatabaseSyncInstance => {
  const connection = new DatabaseSync(`${pathToFileURL(path).href}?mode=rw`, { timeout: busyTimeout })
  try {
    connection.exec(writerPragmas)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** A new catalogue with the newest schema; the file must not exist. */
export const createDatabase = (path: string, migrations: readonly Migration[]): void => {
  const connection = new DatabaseSync(path, { timeout: busyTimeout })
  try {
    connection.exec(writerPragmas)
    connection.exec(`PRAGMA application_id = ${applicationId}`)
    migrate(connection, migrations)
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

export const schemaVersion = (connection: DatabaseSyncInstance): number => {
  const row: unknown = connection.prepare('PRAGMA user_version').get()
  return typeof row === 'object' && row !== null && 'user_version' in row ? Number(row.user_version) : 0
}

/** Brings a catalogue to the newest schema, all steps in one transaction. */
export const migrate = (connection: DatabaseSyncInstance, migrations: readonly Migration[]): void => {
  const from = schemaVersion(connection)
  const missing = migrations.filter((migration) => migration.version > from)
  const newest = missing.at(-1)
  if (!newest) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of missing) connection.exec(migration.sql)
    connection.exec(`PRAGMA user_version = ${newest.version}`)
    connection.exec('COMMIT')
  } catch (error) {
    // A full disk has ended the transaction already, and to end it again would hide why.
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}
