import type { BigIntStats, Dirent } from 'node:fs'
import { statSync, unlinkSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { faultCode } from './faults'

/**
 * The few functions through which the store touches files, so that tests can make any one of them fail. `flags` and
 * `mode` are those of open(2).
 */
export interface FileSystem {
  readonly open: (path: string | Buffer, flags: string | number, mode?: number) => Promise<FileHandle>
  /** Fills the buffer from where the file stands; 0 at the end. */
  readonly read: (file: FileHandle, buffer: Uint8Array) => Promise<number>
  /** Writes all of the bytes. */
  readonly write: (file: FileHandle, bytes: Uint8Array) => Promise<void>
  readonly sync: (file: FileHandle) => Promise<void>
  /** Makes names in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>
  readonly statFile: (file: FileHandle) => Promise<BigIntStats>
  /** Of the thing itself, also where it is a link. */
  readonly lstat: (path: string | Buffer) => Promise<BigIntStats>
  readonly statNow: (path: string) => BigIntStats
  /**
   * Makes a folder where there is none; the one that it is in must be there. The archive's own is never made anew by what
   * is made inside: where a disk is gone, another would fill in its place.
   */
  readonly makeFolder: (path: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** The same before anything else is done; whether there was something of this name. */
  readonly removeNow: (path: string) => boolean
  /** A folder with all that is in it; a missing one is no fault. */
  readonly removeFolder: (path: string) => Promise<void>
  readonly removeEmptyFolder: (path: string) => Promise<void>
  readonly entries: (path: string) => Promise<Dirent[]>
}

const writeAll = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done)
    done += bytesWritten
  }
}

const syncFolder = async (path: string): Promise<void> => {
  // Windows opens no folder as a file; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const folder = await fs.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const makeFolder = async (path: string): Promise<void> => {
  try {
    await fs.mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (faultCode(error) !== 'EEXIST' || !(await fs.stat(path)).isDirectory()) throw error
  }
}

export const nodeFileSystem: FileSystem = {
  open: (path, flags, mode) => fs.open(path, flags, mode),
  read: async (file, buffer) => (await file.read(buffer, 0, buffer.length, null)).bytesRead,
  write: writeAll,
  sync: (file) => file.sync(),
  syncFolder,
  statFile: (file) => file.stat({ bigint: true }),
  lstat: (path) => fs.lstat(path, { bigint: true }),
  statNow: (path) => statSync(path, { bigint: true }),
  makeFolder,
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.unlink(path),
  removeNow: (path) => {
    try {
      unlinkSync(path)
      return true
    } catch (error) {
      if (faultCode(error) === 'ENOENT') return false
      throw error
    }
  },
  removeFolder: (path) => fs.rm(path, { recursive: true, force: true }),
  removeEmptyFolder: (path) => fs.rmdir(path),
  entries: (path) => fs.readdir(path, { withFileTypes: true }),
}
