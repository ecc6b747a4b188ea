import { basename, join } from 'node:path'
import type { Exported } from '#shared/contract/jobs'
import { packDisk } from '../exporters/pack/packDisk'
import type { PackContents, PackOptions, WritePack } from '../exporters/pack/types'
import { encryptFile } from '../exporters/sealing/age/encryptFile'
import type { Lock } from '../exporters/sealing/age/types'
import type { Archive } from '../store/types'

/**
 * Writes a pack that is encrypted. The plain zip is made and checked in the archive's own staging, which holds the same
 * texts anyway, and never beside the destination; it goes again whatever becomes of the work.
 */
export const writeLocked = async (
  contents: PackContents,
  options: PackOptions & { readonly lock: Lock; readonly jobId: string },
  { staging }: Pick<Archive, 'staging'>,
  writePack: WritePack,
): Promise<Exported> => {
  const { lock, jobId, destination } = options
  const folder = await staging.createFolder(jobId)
  try {
    const plain = join(folder, 'pack.zip')
    const made = await writePack(contents, { ...options, destination: plain, form: 'zip' })
    const { bytes, sha256 } = await encryptFile({ from: plain, to: destination, lock }, packDisk, options)
    return { ...made, name: basename(destination), bytes, sha256, encrypted: true }
  } finally {
    await staging.remove(jobId)
  }
}
