import { createHash } from 'node:crypto'
import type { Sha256 } from '#shared/model/scalars'
import { isMissing } from '../durableFile'
import type { FileSystem } from '../fileSystem'
import type { Layout } from '../layout'
import type { StagedFile } from '../types'
import { originalFolders, originalPath } from './originalPath'

export interface AdoptDeps {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly createName: () => string
}

/**
 * Moves a staged file to its place and makes the names durable. Bytes that are there already are read again: where they
 * are not what their name says, they go to quarantine and the staged ones take their place.
 */
export const adoptFile = async (deps: AdoptDeps, staged: StagedFile): Promise<void> => {
  const { fs, layout } = deps
  const target = originalPath(layout, staged.sha256)
  const folders = originalFolders(layout, staged.sha256)
  const held = await heldAt(fs, target)
  if (held !== undefined && held !== staged.sha256)
    await fs.rename(target, `${layout.quarantine}/${staged.sha256}.${deps.createName()}`)
  if (held === staged.sha256) {
    await syncAll(fs, folders)
    await removeIfThere(fs, staged.path)
    return
  }
  await fs.makeFolder(folders[1])
  await fs.makeFolder(folders[0])
  await fs.rename(staged.path, target)
  try {
    await syncAll(fs, folders)
  } catch (error) {
    await forget(fs, target, folders)
    throw error
  }
}

/**
 * Takes names away whose fsync failed: they may not be durable although a second fsync would say so, and are made anew the
 * next time. Folders that hold something else were there before, and durable.
 */
const forget = async (
  fs: FileSystem,
  target: string,
  [inner, outer]: readonly [string, string, string],
): Promise<void> => {
  await removeIfThere(fs, target)
  for (const folder of [inner, outer]) {
    if ((await fs.entries(folder)).length > 0) return
    await fs.removeEmptyFolder(folder)
  }
}

const syncAll = async (fs: FileSystem, folders: readonly string[]): Promise<void> => {
  for (const folder of folders) await fs.syncFolder(folder)
}

const removeIfThere = async (fs: FileSystem, path: string): Promise<void> => {
  try {
    await fs.remove(path)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** What is at a place: the SHA-256 of a file; of a link or a folder, words that are none. */
const heldAt = async (fs: FileSystem, path: string): Promise<string | undefined> => {
  try {
    return (await fs.lstat(path)).isFile() ? await hashOf(fs, path) : 'no file'
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** SHA-256 of a file's bytes; `undefined` where there is none. */
export const hashOf = async (fs: FileSystem, path: string): Promise<Sha256 | undefined> => {
  try {
    const file = await fs.open(path, 'r')
    try {
      const hash = createHash('sha256')
      const buffer = new Uint8Array(1024 * 1024)
      for (let bytes = await fs.read(file, buffer); bytes > 0; bytes = await fs.read(file, buffer))
        hash.update(buffer.subarray(0, bytes))
      return hash.digest('hex')
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
