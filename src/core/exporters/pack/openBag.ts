import { lstat } from 'node:fs/promises'
import { isAgeFile } from '#core/exporters/sealing/age/openAgeFile'
import { CuttingsError } from '#shared/errors'
import type { Bag } from './bag'
import { openFolderBag } from './openFolderBag'
import { openZipBag } from './openZipBag'
import type { PackLimits } from './packLimits'
import type { OpenPackOptions } from './types'

const kindOf = async (path: string) => {
  try {
    return await lstat(path)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    if (error.code === 'ENOENT') throw new CuttingsError('not-found-file', {}, { cause: error })
    throw new CuttingsError('unreadable', { reason: String(error.code) }, { cause: error })
  }
}

/** Opens a folder or a zip as a bag; writes nothing. Refuses what is unsafe before it reads any content. */
export const openBag = async (
  path: string,
  limits: PackLimits,
  { signal, unlock }: Pick<OpenPackOptions, 'signal' | 'unlock'> = {},
): Promise<Bag> => {
  const found = await kindOf(path)
  if (found.isSymbolicLink()) throw new CuttingsError('link')
  if (found.isDirectory()) return openFolderBag(path, limits, signal)
  if (found.isFile()) {
    const isLocked = await isAgeFile(path)
    if (isLocked && !unlock) throw new CuttingsError('passphrase-wanted')
    return openZipBag(path, limits, signal, isLocked ? unlock : undefined)
  }
  throw new CuttingsError('not-a-file', { found: 'neither a file nor a folder' })
}
