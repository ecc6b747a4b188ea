import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The saved main index in `derived/index`. Everything here can be deleted at any time. */
export interface IndexFiles {
  /** The saved bytes, unchecked; `undefined` where there are none that can be read. */
  readonly read: () => Promise<Uint8Array | undefined>
  /** Replaces the saved index so that a kill at any moment leaves the old or the new one. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly remove: () => Promise<void>
}

export const savedIndexName = 'main.cuttings-index'
const unfinished = '.unfinished'

const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const syncFolder = async (folder: string): Promise<void> => {
  // Windows has no handle for a folder; its rename is durable with the volume's journal.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Files of the index in a folder. Where the archive can't be written nothing is. No failure of the disk is an error here: the
 * index in memory stands, and the next start makes it again.
 */
export const createIndexFiles = (folder: string, writable: boolean): IndexFiles => {
  const path = join(folder, savedIndexName)

  const removeUnfinished = async (): Promise<void> => {
    for (const name of await readdir(folder))
      if (name.endsWith(unfinished)) await rm(join(folder, name), { force: true })
  }

  const replace = async (bytes: Uint8Array): Promise<void> => {
    const temporary = join(folder, `${randomUUID()}${unfinished}`)
    await mkdir(folder, { recursive: true })
    await removeUnfinished()
    await writeDurably(temporary, bytes)
    await rename(temporary, path)
    await syncFolder(folder)
  }

  return {
    // Missing, unreadable, a folder in its place: whatever the reason, the index is made again.
    read: () => readFile(path).catch(() => undefined),
    // A full disk or a folder without rights costs the saved copy only (see above).
    write: (bytes) => (writable ? replace(bytes).catch(() => undefined) : Promise.resolve()),
    remove: () =>
      writable ? rm(path, { force: true, recursive: true }).catch(() => undefined) : Promise.resolve(),
  }
}
