import { randomBytes } from 'node:crypto'

/** What a person chose a path for; a token for one thing is worth nothing for another. */
export type TokenPurpose = 'import' | 'verify' | 'list' | 'destination'

export interface TokenEntry {
  readonly path: string
  readonly purpose: TokenPurpose
  /** Where a pack or a table was to be written: the core asked for it, so an export began. */
  readonly resolved: boolean
}

/** Opaque names for paths: a page holds names only, and only its host and core know what they stand for. */
export interface TokenTable {
  readonly adopt: (path: string, purpose: TokenPurpose) => string
  /** Of what its host wrote itself, where a person chose: it can be shown at once. */
  readonly adoptWritten: (path: string) => string
  /** The path, for the core. A destination needs no single use: what exists is never written over. */
  readonly resolve: (token: string) => string | undefined
  readonly find: (token: string, purpose: TokenPurpose) => TokenEntry | undefined
  /** Tokens die with the archive that was open when they were made. */
  readonly clear: () => void
}

export const createTokenTable = (random: (bytes: number) => Buffer = randomBytes): TokenTable => {
  const entries = new Map<string, TokenEntry>()
  const add = (entry: TokenEntry): string => {
    const token = random(32).toString('base64url')
    entries.set(token, entry)
    return token
  }
  return {
    adopt: (path, purpose) => add({ path, purpose, resolved: false }),
    adoptWritten: (path) => add({ path, purpose: 'destination', resolved: true }),
    resolve: (token) => {
      const entry = entries.get(token)
      if (!entry) return undefined
      entries.set(token, { ...entry, resolved: true })
      return entry.path
    },
    find: (token, purpose) => {
      const entry = entries.get(token)
      return entry?.purpose === purpose ? entry : undefined
    },
    clear: () => entries.clear(),
  }
}
