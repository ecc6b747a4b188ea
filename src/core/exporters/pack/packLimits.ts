/** Limits for foreign packs (security.md): all of them are counted on real bytes, never on what a header says. */
export interface PackLimits {
  readonly entries: number
  /** Bytes of all files together. */
  readonly totalBytes: number
  /** Folders inside folders. */
  readonly depth: number
  /** Bytes of a file that is read whole: a manifest, a record. */
  readonly wholeFile: number
}

export const packLimits: PackLimits = {
  entries: 100_000,
  totalBytes: 20_000_000_000,
  depth: 32,
  wholeFile: 256_000_000,
}
