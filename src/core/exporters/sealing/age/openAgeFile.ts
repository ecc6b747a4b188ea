import { hkdfSync } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { Decrypter } from 'age-encryption'
import { CuttingsError } from '#shared/errors'
import { scryptIdentity } from './scryptKeys'
import type { Unlock } from './types'

const magic = Buffer.from('age-encryption.org/v1\n')
/** A header of some thousand recipients. */
const largestHeader = 1024 * 1024
const chunkSize = 64 * 1024
const tagSize = 16
const nonceSize = 16

const readPart = async (file: FileHandle, length: number, position: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Whether a file begins as age writes it. */
export const isAgeFile = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    return (await readPart(file, magic.length, 0)).equals(magic)
  } finally {
    await file.close()
  }
}

const damaged = (reason: string, cause?: unknown): CuttingsError =>
  new CuttingsError('encryption-damaged', { reason }, { cause })

/** The header, its last line included, or `encryption-damaged`. */
const readHeader = async (file: FileHandle): Promise<Buffer> => {
  const start = await readPart(file, largestHeader, 0)
  const last = start.indexOf('\n--- ')
  const end = last < 0 ? -1 : start.indexOf('\n', last + 1)
  if (end < 0) throw damaged('its header has no end')
  return start.subarray(0, end + 1)
}

const decrypterOf = ({ passphrase, identity }: Unlock): Decrypter => {
  const decrypter = new Decrypter()
  try {
    if (passphrase !== undefined) decrypter.addIdentity(scryptIdentity(passphrase))
    if (identity !== undefined) decrypter.addIdentity(identity)
  } catch (error) {
    throw new CuttingsError('passphrase-wrong', {}, { cause: error })
  }
  return decrypter
}

const fileKeyOf = async (header: Buffer, unlock: Unlock): Promise<Uint8Array> => {
  const decrypter = decrypterOf(unlock)
  try {
    return await decrypter.decryptHeader(header)
  } catch (error) {
    const isStranger = error instanceof Error && /no identity matched/.test(error.message)
    throw isStranger
      ? new CuttingsError('passphrase-wrong', {}, { cause: error })
      : damaged('its header is not as it was written', error)
  }
}

/** The counter of a chunk in eleven bytes, and whether it is the last one (C2SP age, 'Payload'). */
const nonceOf = (index: number, isLast: boolean): Uint8Array => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** An encrypted file that is read where it is asked for: nothing of its content is ever written anywhere. */
export interface AgeFile {
  /** Bytes of the content. */
  readonly size: number
  /** The bytes of the content from `start` to `end`, which are all there. */
  readonly read: (start: number, end: number) => AsyncGenerator<Buffer>
  readonly close: () => Promise<void>
}

const openContent = async (file: FileHandle, unlock: Unlock): Promise<AgeFile> => {
  const header = await readHeader(file)
  const fileKey = await fileKeyOf(header, unlock)
  const start = header.length + nonceSize
  const key = Buffer.from(
    hkdfSync('sha256', fileKey, await readPart(file, nonceSize, header.length), 'payload', 32),
  )
  const held = (await file.stat()).size - start
  const chunks = Math.ceil(held / (chunkSize + tagSize))
  const size = held - chunks * tagSize
  const chunk = async (index: number): Promise<Buffer> => {
    const sealed = await readPart(file, chunkSize + tagSize, start + index * (chunkSize + tagSize))
    try {
      return Buffer.from(chacha20poly1305(key, nonceOf(index, index === chunks - 1)).decrypt(sealed))
    } catch (error) {
      throw damaged('its content is not as it was written', error)
    }
  }
  if (chunks < 1) throw damaged('it ends too soon')
  // Only the last chunk says that it is the last: a file that was cut short shows here, before anything is taken from it.
  let [cachedIndex, cached] = [chunks - 1, await chunk(chunks - 1)]
  return {
    size,
    read: async function* (from, to) {
      for (let at = from; at < to;) {
        const index = Math.floor(at / chunkSize)
        if (index !== cachedIndex) [cachedIndex, cached] = [index, await chunk(index)]
        const inner = at - index * chunkSize
        const piece = cached.subarray(inner, Math.min(cached.length, inner + to - at))
        if (piece.length === 0) throw damaged('it ends too soon')
        at += piece.length
        yield piece
      }
    },
    close: () => file.close(),
  }
}

/** Refuses with `passphrase-wrong` and `encryption-damaged`. */
export const openAgeFile = async (path: string, unlock: Unlock): Promise<AgeFile> => {
  const file = await open(path, 'r')
  try {
    return await openContent(file, unlock)
  } catch (error) {
    await file.close()
    throw error
  }
}
