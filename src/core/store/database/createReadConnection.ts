import { statSync } from 'node:fs'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { openReader, readerMode } from './openReader'

export interface ReadConnection {
  readonly current: () => DatabaseSyncInstance
  readonly close: () => void
}

/**
 * A reader's connection, opened anew when a writer came or went or the file is another: what was read as unchanging must
 * not be read on while somebody writes.
 */
export const createReadConnection = (path: string): ReadConnection => {
  let connection: DatabaseSyncInstance | undefined
  let state: string | undefined
  const close = (): void => {
    connection?.close()
    connection = undefined
  }
  return {
    current: () => {
      const now = stateOf(path)
      if (connection && now === state) return connection
      close()
      connection = openReader(path)
      state = now
      return connection
    },
    close,
  }
}

const stateOf = (path: string): string => {
  const mode = readerMode(path)
  if (mode === 'shared') return mode
  const files = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false, bigint: true }))
  return [mode, ...files.map((file) => file && `${file.ino}:${file.size}:${file.mtimeNs}`)].join(' ')
}
