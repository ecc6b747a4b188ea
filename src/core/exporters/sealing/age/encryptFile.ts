import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Encrypter } from 'age-encryption'
import { CuttingsError } from '#shared/errors'
import { createDigester, digestsOf } from '#core/exporters/pack/digestStream'
import { withPlainFaults } from '#core/exporters/pack/packFaults'
import type { PackDisk } from '#core/exporters/pack/packDisk'
import { createPartialName } from '#core/exporters/pack/partialName'
import type { PackOptions } from '#core/exporters/pack/types'
import { scryptRecipient } from './scryptKeys'
import type { Lock } from './types'

/** Refuses with `recipient-unreadable`. Asked before anything is written, too. */
export const createEncrypter = (lock: Lock): Encrypter => {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) encrypter.addRecipient(scryptRecipient(lock.passphrase))
  else
    for (const recipient of lock.recipients)
      try {
        encrypter.addRecipient(recipient)
      } catch (error) {
        throw new CuttingsError('recipient-unreadable', { found: recipient.slice(0, 20) }, { cause: error })
      }
  return encrypter
}

export interface EncryptedFile {
  readonly bytes: number
  readonly sha256: string
}

/**
 * Encrypts a file as age does, piece by piece, under a hidden name beside its destination; reads back what the disk holds, and
 * only then gives it its name. Whatever fails or is cancelled leaves nothing there.
 */
export const encryptFile = async (
  { from, to, lock }: { readonly from: string; readonly to: string; readonly lock: Lock },
  plainDisk: PackDisk,
  { signal, onProgress }: Pick<PackOptions, 'signal' | 'onProgress'>,
): Promise<EncryptedFile> => {
  const disk = withPlainFaults(plainDisk, basename(to))
  const partial = join(dirname(to), createPartialName())
  const total = (await stat(from)).size
  const encrypter = createEncrypter(lock)
  try {
    const input = Readable.toWeb(
      createReadStream(from, signal ? { signal } : {}),
    ) as ReadableStream<Uint8Array>
    const digester = createDigester(['sha256'])
    const file = await disk.create(partial)
    try {
      let bytes = 0
      for await (const piece of digester.through(await encrypter.encrypt(input))) {
        signal?.throwIfAborted()
        await file.write(piece)
        bytes += piece.byteLength
        onProgress?.({ step: 'encrypt', done: Math.min(bytes, total), total, bytes })
      }
    } catch (error) {
      await file.abandon()
      throw error
    }
    await file.finish()
    const written = digester.result()
    const held = await digestsOf(createReadStream(partial, signal ? { signal } : {}), ['sha256'])
    const sha256 = written.digests.get('sha256') ?? ''
    if (held.digests.get('sha256') !== sha256)
      throw new CuttingsError('write-failed', { what: 'the pack', reason: 'read back: it differs' })
    signal?.throwIfAborted()
    await disk.rename(partial, to)
    await disk.syncFolder(dirname(to))
    return { bytes: written.bytes, sha256 }
  } catch (error) {
    await disk.remove(partial)
    throw signal?.aborted ? new CuttingsError('cancelled', {}, { cause: error }) : error
  }
}
