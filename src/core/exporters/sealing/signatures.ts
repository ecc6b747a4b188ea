import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import {
  armorSignature,
  fingerprintedBytes,
  keyFingerprint,
  packNamespace,
  readSignature,
  signedBytes,
  type SshSignature,
} from '#shared/signature/sshSignature'

const hash = 'sha512'

const digestBy = (algorithm: string, bytes: Uint8Array): Uint8Array =>
  createHash(algorithm).update(bytes).digest()

/** The 32 bytes of an Ed25519 key. */
export const rawPublicKey = (key: KeyObject): Uint8Array =>
  Buffer.from(
    createPublicKey(key.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' }).x ?? '',
    'base64url',
  )

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  })

export const privateKeyOf = (pem: string): KeyObject => createPrivateKey(pem)

export const fingerprintOf = (raw: Uint8Array): string =>
  keyFingerprint(digestBy('sha256', fingerprintedBytes(raw)))

/** A detached signature of the bytes, as `ssh-keygen -Y sign -n citation-pack` would make it. */
export const signBytes = (bytes: Uint8Array, privateKey: KeyObject): string => {
  const frame = { namespace: packNamespace, hash } as const
  const signature = sign(null, signedBytes(frame, digestBy(hash, bytes)), privateKey)
  return armorSignature({ ...frame, key: rawPublicKey(privateKey), signature })
}

/** `wrong`: it is not a signature of these bytes; `unsupported`: by a kind of key or hash that is not known here. */
export type CheckedSignature = 'wrong' | 'unsupported' | { readonly key: Uint8Array }

const holds = (read: SshSignature, bytes: Uint8Array): boolean =>
  read.namespace === packNamespace &&
  verify(null, signedBytes(read, digestBy(read.hash, bytes)), publicKeyOf(read.key), read.signature)

export const checkSignature = (armored: string, bytes: Uint8Array): CheckedSignature => {
  const read = readSignature(armored)
  if (read === 'unsupported') return 'unsupported'
  if (read === 'malformed' || !holds(read, bytes)) return 'wrong'
  return { key: read.key }
}
