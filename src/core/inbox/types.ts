import type { InboxFile, WatchedFolder } from '#shared/contract/waiting'
import type { Id } from '#shared/model/scalars'
import type { FileState } from '../records/fileState'

/** A folder that the host was told to watch. Its path came by the host's own dialog or command line. */
export interface FolderToWatch {
  readonly token: string
  readonly name: string
  readonly path: string
}

/** Files that were found in watched folders and wait for a word of the user's. Nothing of them is read here. */
export interface Inbox {
  /** These folders from now on, and no others. */
  readonly watch: (folders: readonly FolderToWatch[]) => void
  /** Looks once into each folder. A file is proposed when two looks saw it alike. */
  readonly look: () => Promise<void>
  readonly list: (
    offset: number,
    limit: number,
  ) => { folders: WatchedFolder[]; total: number; files: InboxFile[] }
  readonly total: () => number
  /** Paths of these, of all without ids, each after what belongs to it. Throws `not-found` where nothing is left. */
  readonly pathsOf: (ids: readonly Id[] | undefined) => string[]
  readonly dismiss: (ids: readonly Id[] | undefined) => Promise<void>
  /** It is no longer proposed as it is. */
  readonly dealtWith: (path: string, state: FileState) => void
}
