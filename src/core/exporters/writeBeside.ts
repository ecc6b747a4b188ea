import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import { faultCode } from '../store/faults'
import type { PackDisk } from './pack/packDisk'
import { createPartialName } from './pack/partialName'
import { writtenFault, type WrittenKind } from './writtenFault'

/** Throws `destination-exists` where something is there. */
export const mustBeFree = async (path: string, kind: WrittenKind): Promise<void> => {
  try {
    await lstat(path)
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return
    throw writtenFault(error, basename(path), kind)
  }
  throw new CuttingsError('destination-exists', { place: basename(path) })
}

/**
 * Writes a file under a hidden name beside its place, makes it durable, and only then gives it its name: what fails or is
 * cancelled leaves nothing there, and nothing is written over. Throws `destination-exists`, `disk-full`, `write-failed`,
 * and the kind's own code where the place refuses it. Answers how many bytes were written.
 */
export const writeBeside = async (
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  disk: PackDisk,
  kind: WrittenKind,
): Promise<number> => {
  const partial = join(dirname(path), createPartialName())
  let bytes = 0
  let written = partial
  await mustBeFree(path, kind)
  try {
    const file = await disk.create(partial)
    try {
      for await (const chunk of chunks) {
        await file.write(chunk)
        bytes += chunk.byteLength
      }
    } catch (error) {
      await file.abandon()
      throw error
    }
    await file.finish()
    await mustBeFree(path, kind)
    await disk.rename(partial, path)
    written = path
    await disk.syncFolder(dirname(path))
  } catch (error) {
    await disk.remove(written)
    throw writtenFault(error, basename(path), kind)
  }
  return bytes
}
