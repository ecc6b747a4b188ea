import { CuttingsError } from '#shared/errors'
import type { OutputFile, PackDisk } from './packDisk'

const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** The plain reason of a fault that the disk reported while a pack was written to `place` (its name alone). */
export const diskFault = (error: unknown, place: string): unknown => {
  if (!isSystemError(error)) return error
  const what = 'the pack'
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CuttingsError('disk-full', { what }, { cause: error })
    case 'EEXIST':
    case 'ENOTEMPTY':
      return new CuttingsError('destination-exists', { place }, { cause: error })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new CuttingsError('destination-unwritable', { place, reason: error.code }, { cause: error })
    default:
      return new CuttingsError('write-failed', { what, reason: error.code }, { cause: error })
  }
}

/** The same disk, whose faults are errors that a person can meet. */
export const withPlainFaults = (disk: PackDisk, place: string): PackDisk => {
  const plain = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw diskFault(error, place)
    }
  }
  const file = (output: OutputFile): OutputFile => ({
    write: (chunk) => plain(output.write(chunk)),
    finish: () => plain(output.finish()),
    abandon: () => plain(output.abandon()),
  })
  return {
    makeFolder: (path) => plain(disk.makeFolder(path)),
    create: async (path) => file(await plain(disk.create(path))),
    syncFolder: (path) => plain(disk.syncFolder(path)),
    rename: (from, to) => plain(disk.rename(from, to)),
    remove: (path) => plain(disk.remove(path)),
  }
}
