import { randomUUID } from 'node:crypto'
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'

/** The files of `derived/index`. Everything here can be deleted at any time. */
export interface IndexFiles {
  /** A file's bytes, unchecked; `undefined` where there are none that can be read. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  /** Puts a file in place so that a kill at any moment leaves the old or the new one; false where that failed. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<boolean>
  /** Removes all files but these. */
  readonly retain: (names: ReadonlySet<string>) => Promise<void>
}

export type FileOperations = Pick<
  typeof nodeFiles,
  'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'rm'
>

const unfinished = '.unfinished'

/**
 * Files of the index in a folder. Where the archive can't be written nothing is. No failure of the disk is an error here: the
 * index in memory stands, and the next start makes again what is not saved. `operations` is for tests that let one fail.
 */
export const createIndexFiles = (
  folder: string,
  writable: boolean,
  operations: FileOperations = nodeFiles,
): IndexFiles => {
  const { mkdir, open, readdir, readFile, rename, rm } = operations

  const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  }

  const syncFolder = async (): Promise<void> => {
    // Windows has no handle for a folder; its rename is durable with the volume's journal.
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  const replace = async (name: string, bytes: Uint8Array): Promise<void> => {
    const path = join(folder, name)
    const temporary = join(folder, `${randomUUID()}${unfinished}`)
    await mkdir(folder, { recursive: true })
    try {
      await writeDurably(temporary, bytes)
      await rename(temporary, path).catch(async () => {
        // A folder in its place is no file of ours.
        await rm(path, { force: true, recursive: true })
        await rename(temporary, path)
      })
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await syncFolder()
  }

  const removeOthers = async (names: ReadonlySet<string>): Promise<void> => {
    for (const name of await readdir(folder))
      if (!names.has(name)) await rm(join(folder, name), { force: true, recursive: true })
  }

  return {
    // Missing, unreadable, a folder in its place: whatever the reason, what was in it is made again.
    read: (name) => readFile(join(folder, name)).catch(() => undefined),
    // A full disk or a folder without rights costs the saved copy only (see above).
    write: (name, bytes) =>
      writable
        ? replace(name, bytes).then(
            () => true,
            () => false,
          )
        : Promise.resolve(false),
    retain: (names) => (writable ? removeOthers(names).catch(() => undefined) : Promise.resolve()),
  }
}
