import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { faultCode } from './faults'
import type { FileSystem } from './fileSystem'

/**
 * Writes a small file (mode 0600) and makes its bytes durable; its name still needs `syncFolder`. `wx`: it must not exist;
 * `w`: it is emptied first. A new file that could not be written is taken away again: on a full disk an empty lock would
 * tell readers of a writer that there is none.
 */
export const writeSmallFile = async (
  fs: FileSystem,
  path: string,
  text: string,
  flags: 'wx' | 'w' = 'wx',
): Promise<void> => {
  const file = await fs.open(path, flags, 0o600)
  try {
    await fs.write(file, Buffer.from(text))
    await fs.sync(file)
  } catch (error) {
    if (flags === 'wx') await removeIfSame(fs, path, file)
    throw error
  } finally {
    await file.close()
  }
}

const removeIfSame = async (fs: FileSystem, path: string, file: FileHandle): Promise<void> => {
  try {
    const [made, named] = [await fs.statFile(file), await fs.lstat(path)]
    if (made.ino === named.ino && made.dev === named.dev) await fs.remove(path)
  } catch {
    // A disk that has just failed may fail again; what it failed with first is what is told.
  }
}

/** Bytes: a marker or a lock has a few hundred. */
const smallFile = 64n * 1024n

/** Waits for nothing: a pipe in the place of a file would else be waited for without end. */
const readNow = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Reads a small text file; `undefined` where there is none, `archive-damaged` where something else has its name. */
export const readSmallFile = async (fs: FileSystem, path: string): Promise<string | undefined> => {
  try {
    const file = await fs.open(path, readNow)
    try {
      const stats = await fs.statFile(file)
      if (!stats.isFile() || stats.size > smallFile)
        throw new CuttingsError('archive-damaged', { reason: `${basename(path)} is no small file` })
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isMissing(error)) return undefined
    if (faultCode(error) === 'ELOOP')
      throw new CuttingsError('archive-damaged', { reason: `${basename(path)} is no small file` })
    throw error
  }
}

/** ENOENT and ENOTDIR: there is nothing of this name. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(faultCode(error)))
