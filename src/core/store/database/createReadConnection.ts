import { statSync } from 'node:fs'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { openReader, readerMode, type Reader, type ReaderMode } from './openReader'

export interface ReadConnection {
  readonly current: () => DatabaseSyncInstance
  readonly close: () => void
}

/**
 * A reader's connection, opened anew when a writer came or went or the file is another: what was read as unchanging must
 * not be read on while somebody writes.
 */
export const createReadConnection = (path: string): ReadConnection => {
  let reader: Reader | undefined
  let state: string | undefined
  const close = (): void => {
    reader?.connection.close()
    reader = undefined
  }
  return {
    current: () => {
      const found = readerMode(path)
      // A copy of what a writer is about to write is good until it wrote.
      const mode = found === 'shared' && reader?.mode === 'copied' ? 'copied' : found
      if (reader && stateOf(path, mode) === state) return reader.connection
      close()
      // Of before it is opened: what is written meanwhile is another state.
      const states = { copied: stateOf(path, 'copied'), found: stateOf(path, found) }
      reader = openReader(path)
      state = reader.mode === 'copied' ? states.copied : states.found
      return reader.connection
    },
    close,
  }
}

const stateOf = (path: string, mode: ReaderMode): string => {
  if (mode === 'shared') return mode
  const files = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false, bigint: true }))
  return [mode, ...files.map((file) => file && `${file.ino}:${file.size}:${file.mtimeNs}`)].join(' ')
}
