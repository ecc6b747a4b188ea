import {
  fingerprintedBytes,
  keyFingerprint,
  packNamespace,
  readSignature,
  signatureFile,
  signedBytes,
} from '#shared/signature/sshSignature'
import { readBytes, readText } from './readText'
import { createSha256 } from './sha256'
import type { DroppedPack, SignatureAnswer } from './types'

/** A copy in memory of its own, as WebCrypto wants it. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

const fingerprintOf = (key: Uint8Array): string => {
  const hash = createSha256()
  hash.update(fingerprintedBytes(key))
  return keyFingerprint(hash.digest())
}

/** Asks the browser, which may be too old to know Ed25519: then nothing can be told. */
export const checkSignature = async (pack: DroppedPack): Promise<SignatureAnswer> => {
  const [file, list] = [pack.files.get(signatureFile), pack.files.get('tagmanifest-sha256.txt')]
  if (!file) return { state: 'unsigned' }
  const read = readSignature(await readText(file))
  if (read === 'unsupported') return { state: 'cannot-tell' }
  if (read === 'malformed' || read.namespace !== packNamespace || !list) return { state: 'wrong' }
  const fingerprint = fingerprintOf(read.key)
  try {
    const { subtle } = crypto
    const name = read.hash === 'sha256' ? 'SHA-256' : 'SHA-512'
    const digest = new Uint8Array(await subtle.digest(name, owned(await readBytes(list))))
    const key = await subtle.importKey('raw', owned(read.key), { name: 'Ed25519' }, false, ['verify'])
    const holds = await subtle.verify(
      { name: 'Ed25519' },
      key,
      owned(read.signature),
      owned(signedBytes(read, digest)),
    )
    return { state: holds ? 'signed' : 'wrong', fingerprint }
  } catch {
    return { state: 'cannot-tell', fingerprint }
  }
}
