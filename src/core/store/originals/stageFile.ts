import { createHash } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { isMissing } from '../durableFile'
import { faultCode, withStorageFaults } from '../faults'
import type { FileSystem } from '../fileSystem'
import type { FilePath, PeekedFile, StagedFile } from '../types'

/** Bytes that are read at a time, at most: a small file does not cost a large buffer. */
const chunkSize = 1024 * 1024

export interface StageDeps {
  readonly fs: FileSystem
  readonly createName: () => string
}

export interface StageOptions {
  readonly signal?: AbortSignal
  readonly onBytes?: (bytes: number) => void
  /** Bytes beyond which a file is `too-large` and not copied: it could fill the disk only to be refused. */
  readonly limit?: number
}

/** Copies one file of the user's into staging: see `OriginalStore.stage`. */
export const stageFile = async (
  { fs, createName }: StageDeps,
  path: FilePath,
  into: string,
  options: StageOptions = {},
): Promise<StagedFile> => {
  const { file, before } = await openToRead(fs, path)
  try {
    assertWithin(before.size, options.limit)
    const staged = await writeStaged(fs, join(into, createName()), readChunks(fs, file, before.size, options))
    try {
      await assertUnchanged({ fs, file, path, before, bytes: staged.bytes })
      return staged
    } catch (error) {
      await discard(fs, staged.path)
      throw error
    }
  } finally {
    await file.close()
  }
}

/** Size and first bytes of a file of the user's, opened as it would be to be staged: see `OriginalStore.peek`. */
export const peekFile = async (fs: FileSystem, path: FilePath, length: number): Promise<PeekedFile> => {
  const { file, before } = await openToRead(fs, path)
  try {
    const buffer = new Uint8Array(Math.min(length, Number(before.size)))
    return { bytes: Number(before.size), head: buffer.subarray(0, await fs.read(file, buffer)) }
  } catch (error) {
    throw readFault(error)
  } finally {
    await file.close()
  }
}

const assertWithin = (bytes: bigint, limit: number | undefined): void => {
  if (limit === undefined || bytes <= BigInt(limit)) return
  throw new CuttingsError('too-large', { bytes: Number(bytes), format: 'any format', limit })
}

const kindOf = (stats: BigIntStats): string => {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

/** Follows no link and waits for nothing: a pipe without a writer would else be waited for without end. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const openToRead = async (
  fs: FileSystem,
  path: FilePath,
): Promise<{ file: FileHandle; before: BigIntStats }> => {
  try {
    const named = await fs.lstat(path)
    if (named.isSymbolicLink()) throw new CuttingsError('link')
    if (!named.isFile()) throw new CuttingsError('not-a-file', { found: kindOf(named) })
    const file = await fs.open(path, flags)
    try {
      const before = await fs.statFile(file)
      if (!before.isFile()) throw new CuttingsError('not-a-file', { found: kindOf(before) })
      if (before.ino !== named.ino || before.dev !== named.dev) throw new CuttingsError('changed')
      if (before.size === 0n) throw new CuttingsError('empty')
      return { file, before }
    } catch (error) {
      await file.close()
      throw error
    }
  } catch (error) {
    throw readFault(error)
  }
}

const readFault = (error: unknown): unknown => {
  if (error instanceof CuttingsError) return error
  if (isMissing(error) || faultCode(error) === 'ENAMETOOLONG')
    return new CuttingsError('not-found-file', {}, { cause: error })
  if (faultCode(error) === 'ELOOP') return new CuttingsError('link', {}, { cause: error })
  return new CuttingsError('unreadable', { reason: String(faultCode(error) ?? 'unknown') }, { cause: error })
}

/** As many bytes as the file had when it was opened: one that grows as fast as it is read would never end. */
async function* readChunks(
  fs: FileSystem,
  file: FileHandle,
  size: bigint,
  options: StageOptions,
): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.min(chunkSize, Number(size)))
  let count = 0n
  for (;;) {
    if (options.signal?.aborted) throw new CuttingsError('cancelled')
    let bytes: number
    try {
      bytes = await fs.read(file, buffer)
    } catch (error) {
      throw readFault(error)
    }
    if (bytes === 0) return
    count += BigInt(bytes)
    if (count > size) throw new CuttingsError('changed')
    options.onBytes?.(bytes)
    yield buffer.subarray(0, bytes)
  }
}

interface Reading {
  readonly fs: FileSystem
  readonly file: FileHandle
  readonly path: FilePath
  readonly before: BigIntStats
  readonly bytes: number
}

/** Size, time and inode as before, the name still leads to the same file, and as many bytes as it has. */
const assertUnchanged = async ({ fs, file, path, before, bytes }: Reading): Promise<void> => {
  const after = await fs.statFile(file)
  const named = await fs.lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw readFault(error)
  })
  const same =
    after.size === before.size &&
    after.mtimeNs === before.mtimeNs &&
    named?.ino === before.ino &&
    named.dev === before.dev &&
    before.size === BigInt(bytes)
  if (!same) throw new CuttingsError('changed')
}

/**
 * Writes bytes to a new file while hashing, and makes them durable. After a fault the descriptor is closed and the file
 * removed, never tried again: a second fsync could say 'done' of pages that were dropped by the first.
 */
export const writeStaged = async (
  fs: FileSystem,
  path: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StagedFile> => {
  const hash = createHash('sha256')
  let size = 0
  // 0400 from the start: an original is never writable by its name.
  const file = await withStorageFaults('the file', () => fs.open(path, 'wx', 0o400))
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      size += chunk.length
      await withStorageFaults('the file', () => fs.write(file, chunk))
    }
    await withStorageFaults('the file', () => fs.sync(file))
  } catch (error) {
    await file.close()
    await discard(fs, path)
    throw error
  }
  await file.close()
  return { path, sha256: hash.digest('hex'), bytes: size }
}

/** Removes a staged file; one that stays behind is cleared when the archive is opened next. */
const discard = (fs: FileSystem, path: string): Promise<void> => fs.remove(path).catch(() => undefined)
