import type { SigningKey } from '#shared/contract/keys'

/** The keys that this user's application keeps: one to sign with, and those by whose names others are known. */
export interface Keyring {
  readonly list: () => Promise<{ readonly own?: SigningKey; readonly known: readonly SigningKey[] }>
  /** Refuses with `key-exists`: a second key would make strangers of all who know the first. */
  readonly make: (name: string) => Promise<SigningKey>
  /** Takes one line of OpenSSH; refuses with `key-unreadable` and `key-known`. */
  readonly add: (name: string, publicKey: string) => Promise<SigningKey>
  /** By the fingerprint, also the own one; refuses with `no-such-key`. */
  readonly remove: (fingerprint: string) => Promise<void>
  /** A detached signature by the own key; refuses with `no-signing-key`. */
  readonly sign: (bytes: Uint8Array) => Promise<string>
}
