import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { WrittenTable } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import type { PackDisk } from '../exporters/pack/packDisk'
import { createPartialName } from '../exporters/pack/partialName'
import { faultCode } from '../store/faults'
import { tableFault } from './tableFault'

/** One piece of a table: rows of it, and their text. */
export interface TablePart {
  readonly rows: number
  readonly text: string
}

/** Throws `destination-exists` where something is there. */
export const mustBeFree = async (path: string): Promise<void> => {
  try {
    await lstat(path)
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return
    throw tableFault(error, basename(path))
  }
  throw new CuttingsError('destination-exists', { place: basename(path) })
}

/**
 * Writes a table under a hidden name beside its place, makes it durable, and only then gives it its name: what fails or is
 * cancelled leaves nothing there, and nothing is written over. Throws `destination-exists`, `disk-full`,
 * `table-unwritable`, `write-failed`.
 */
export const writeTable = async (
  path: string,
  parts: AsyncIterable<TablePart>,
  disk: PackDisk,
): Promise<WrittenTable> => {
  const name = basename(path)
  const partial = join(dirname(path), createPartialName())
  let [rows, bytes] = [0, 0]
  let written = partial
  await mustBeFree(path)
  try {
    const file = await disk.create(partial)
    try {
      for await (const part of parts) {
        const chunk = Buffer.from(part.text)
        await file.write(chunk)
        rows += part.rows
        bytes += chunk.byteLength
      }
    } catch (error) {
      await file.abandon()
      throw error
    }
    await file.finish()
    await mustBeFree(path)
    await disk.rename(partial, path)
    written = path
    await disk.syncFolder(dirname(path))
  } catch (error) {
    await disk.remove(written)
    throw tableFault(error, name)
  }
  return { name, rows, bytes }
}
