import { fromBase64, toBase64 } from './base64'
import { asciiBytes, asciiText, createSshReader, joinBytes, sshString } from './sshWire'

/** For what a signature of a pack was made: one made for anything else does not count. */
export const packNamespace = 'citation-pack'

/** The signature of a pack, beside the file that it signs. */
export const signatureFile = 'tagmanifest-sha256.txt.sig'

const magic = asciiBytes('SSHSIG')
const version = Uint8Array.of(0, 0, 0, 1)
const begin = '-----BEGIN SSH SIGNATURE-----'
const end = '-----END SSH SIGNATURE-----'

/** A signature by an Ed25519 key, in the format of OpenSSH (PROTOCOL.sshsig). */
export interface SshSignature {
  /** The 32 bytes of the key by which it claims to be made. */
  readonly key: Uint8Array
  readonly namespace: string
  readonly hash: 'sha256' | 'sha512'
  readonly signature: Uint8Array
}

/** `unsupported`: a whole signature, but by another kind of key or hash. `malformed`: none at all. */
export type ReadSignature = SshSignature | 'unsupported' | 'malformed'

const keyBlob = (key: Uint8Array): Uint8Array => joinBytes(sshString('ssh-ed25519'), sshString(key))

/** The 32 bytes in a public key blob; undefined where it is no Ed25519 key. */
const keyOf = (blob: Uint8Array, kind = 'ssh-ed25519', length = 32): Uint8Array | undefined => {
  const reader = createSshReader(blob)
  const named = reader.string()
  const bytes = reader.string()
  const fits = named && asciiText(named) === kind && bytes?.length === length && reader.isAtEnd()
  return fits ? bytes : undefined
}

/** What is signed: the digest of the file, in a frame that says for what. */
export const signedBytes = (
  { namespace, hash }: Pick<SshSignature, 'namespace' | 'hash'>,
  digest: Uint8Array,
): Uint8Array => joinBytes(magic, sshString(namespace), sshString(''), sshString(hash), sshString(digest))

export const armorSignature = ({ key, namespace, hash, signature }: SshSignature): string => {
  const blob = joinBytes(
    magic,
    version,
    sshString(keyBlob(key)),
    sshString(namespace),
    sshString(''),
    sshString(hash),
    sshString(joinBytes(sshString('ssh-ed25519'), sshString(signature))),
  )
  return [begin, ...(toBase64(blob).match(/.{1,70}/g) ?? []), end, ''].join('\n')
}

export const readSignature = (armored: string): ReadSignature => {
  const lines = armored.trim().split(/\s*\n/)
  if (lines[0] !== begin || lines.at(-1) !== end) return 'malformed'
  const reader = createSshReader(fromBase64(lines.slice(1, -1).join('')) ?? new Uint8Array())
  const head = reader.take(magic.length)
  if (!head || asciiText(head) !== 'SSHSIG' || reader.number() !== 1) return 'malformed'
  const [blob, namespace, reserved, hash, signed] = Array.from({ length: 5 }, () => reader.string())
  if (!blob || !namespace || !reserved || !hash || !signed || !reader.isAtEnd()) return 'malformed'
  const key = keyOf(blob)
  const signature = keyOf(signed, 'ssh-ed25519', 64)
  const named = asciiText(hash)
  if (!key || !signature || (named !== 'sha256' && named !== 'sha512')) return 'unsupported'
  return { key, namespace: asciiText(namespace), hash: named, signature }
}

/** A public key as one line of OpenSSH, without a comment: `ssh-ed25519 AAAA…`. */
export const publicKeyLine = (key: Uint8Array): string => `ssh-ed25519 ${toBase64(keyBlob(key))}`

/** The 32 bytes of a line of OpenSSH, whatever stands behind the key; undefined where it is no Ed25519 key. */
export const readPublicKey = (line: string): Uint8Array | undefined => {
  const [, text = ''] = /^\s*ssh-ed25519\s+([A-Za-z0-9+/=]+)(?:\s|$)/.exec(line) ?? []
  const blob = fromBase64(text)
  return blob && keyOf(blob)
}

/** What a key's own fingerprint is the SHA-256 of. */
export const fingerprintedBytes = keyBlob

/** As `ssh-keygen -l` shows it: `SHA256:` and the digest in base64 without padding. */
export const keyFingerprint = (digest: Uint8Array): string => `SHA256:${toBase64(digest).replace(/=+$/, '')}`
