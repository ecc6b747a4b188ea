import { readFileSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { DatabaseSync } from '@photostructure/sqlite'
import { applyWal } from './applyWal'
import { busyTimeout } from './openWriter'

/**
 * How a reader that never writes a byte reads the catalogue:
 * `unchanging`: no write-ahead log and so no writer: the file alone is the truth (`immutable=1`: no lock, no -shm);
 * `shared`: a writer's -wal and -shm are there; SQLite reads them through a read-only map (`readonly_shm=1`), or makes its
 * own index of the log in memory where their writer is gone;
 * `copied`: a log without its -shm (a folder copied while open), which SQLite could only read by making files: the
 * database and its log are put together in memory.
 */
export type ReaderMode = 'unchanging' | 'shared' | 'copied'

/** Bytes of a log that has its head and no commit (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). */
const headOfLog = 32

export const readerMode = (path: string): ReaderMode => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  // Nothing is in it yet. Where its writer ended just then, SQLite tries for ten seconds to read it and then gives up.
  if (log?.size === headOfLog) return 'unchanging'
  if (log && statSync(`${path}-shm`, { throwIfNoEntry: false })) return 'shared'
  return log && log.size > 0 ? 'copied' : 'unchanging'
}

const parameters = { unchanging: 'mode=ro&immutable=1', shared: 'mode=ro&readonly_shm=1' }

/**
 * A writer that just begins has made its -shm and not yet filled it, and SQLite takes the log for one that only a writer
 * may recover (`SQLITE_READONLY_RECOVERY`). It is filled within milliseconds, or never where that writer was killed.
 */
const isUnfilled = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 264

const patience = { attempts: 20, milliseconds: 25 }

export interface Reader {
  readonly connection: DatabaseSyncInstance
  /** `copied` also where a -shm was never filled. */
  readonly mode: ReaderMode
}

/** Throws SQLite's errors. Waits up to half a second for a writer that just begins. */
export const openReader = (path: string): Reader => {
  for (let attempt = 1; attempt <= patience.attempts; attempt += 1)
    try {
      const mode = readerMode(path)
      return { mode, connection: openAs(path, mode) }
    } catch (error) {
      if (!isUnfilled(error)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.milliseconds)
    }
  return { mode: 'copied', connection: openAs(path, 'copied') }
}

const openAs = (path: string, mode: ReaderMode): DatabaseSyncInstance => {
  const connection =
    mode === 'copied'
      ? openCopy(path)
      : new DatabaseSync(`${pathToFileURL(path).href}?${parameters[mode]}`, {
          readOnly: true,
          timeout: busyTimeout,
        })
  try {
    connection.exec('PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

const openCopy = (path: string): DatabaseSyncInstance => {
  const whole = applyWal(readFileSync(path), readFileSync(`${path}-wal`))
  const connection = new DatabaseSync(':memory:')
  connection.deserialize(whole)
  return connection
}
