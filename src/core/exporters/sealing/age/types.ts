/** What opens an encrypted pack: it is kept in memory for as long as that takes, and never told to anybody. */
export interface Unlock {
  readonly passphrase?: string
  /** A secret key of age: `AGE-SECRET-KEY-1…`. */
  readonly identity?: string
}

/** To whom a pack is encrypted: a passphrase, or recipients (`age1…`), not both. */
export type Lock = { readonly passphrase: string } | { readonly recipients: readonly string[] }
