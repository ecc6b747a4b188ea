import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { FolderToWatch } from '#core/inbox/types'
import { displayName } from '#core/records/displayName'

/** What a page is told of one. */
export const toLabel = ({ token, name }: FolderToWatch): { token: string; name: string } => ({ token, name })

/** The folders that a host watches for an archive. Pages see names and tokens, only host and core the paths. */
export interface WatchedFolders {
  readonly of: (archive: string) => readonly FolderToWatch[]
  /** A folder that is watched already is not watched twice. */
  readonly add: (archive: string, path: string) => Promise<FolderToWatch>
  readonly remove: (archive: string, token: string) => Promise<void>
}

export interface WatchedFoldersOptions {
  readonly read: (archive: string) => readonly string[]
  readonly write: (archive: string, paths: readonly string[]) => Promise<void>
}

export const createWatchedFolders = ({ read, write }: WatchedFoldersOptions): WatchedFolders => {
  const tokens = new Map<string, string>()
  const toFolder = (path: string): FolderToWatch => {
    const token = tokens.get(path) ?? randomBytes(32).toString('base64url')
    tokens.set(path, token)
    return { token, name: displayName(basename(path) || path), path }
  }
  return {
    of: (archive) => read(archive).map(toFolder),
    add: async (archive, path) => {
      const paths = read(archive)
      if (!paths.includes(path)) await write(archive, [...paths, path])
      return toFolder(path)
    },
    remove: (archive, token) =>
      write(
        archive,
        read(archive).filter((path) => toFolder(path).token !== token),
      ),
  }
}
