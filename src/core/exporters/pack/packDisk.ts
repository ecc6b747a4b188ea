import { mkdir, open, rename, rm } from 'node:fs/promises'
import { faultCode } from '#core/store/faults'

/** What is asked of a disk to write a pack; tests put faults into one. */
export interface PackDisk {
  readonly makeFolder: (path: string) => Promise<void>
  /** Makes a file that must not exist, to be written from front to back. */
  readonly create: (path: string) => Promise<OutputFile>
  /** Makes the names in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
}

export interface OutputFile {
  readonly write: (chunk: Uint8Array) => Promise<void>
  /** Makes the bytes durable, then closes. After a failure the file is closed and not to be trusted. */
  readonly finish: () => Promise<void>
  readonly abandon: () => Promise<void>
}

const create = async (path: string): Promise<OutputFile> => {
  const handle = await open(path, 'wx', 0o600)
  return {
    write: async (chunk) => {
      let offset = 0
      while (offset < chunk.byteLength) {
        const { bytesWritten } = await handle.write(chunk, offset)
        offset += bytesWritten
      }
    },
    finish: async () => {
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    abandon: () => handle.close(),
  }
}

const syncFolder = async (path: string): Promise<void> => {
  // Windows opens no folder for this and needs none.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network file systems have no such thing as a durable folder; the pack is no worse for it.
    if (!/^(?:EINVAL|ENOTSUP)$/.test(String(faultCode(error)))) throw error
  } finally {
    await handle.close()
  }
}

export const packDisk: PackDisk = {
  makeFolder: async (path) => {
    await mkdir(path, { mode: 0o700 })
  },
  create,
  syncFolder,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
}
