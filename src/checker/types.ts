/** One file of what was dropped, read in slices: a pack may be larger than memory. */
export interface PackEntry {
  readonly size: number
  /** Its bytes, each piece small; fails where the file cannot be read any more. */
  readonly read: () => AsyncIterable<Uint8Array>
}

/** What was dropped: a folder or a zip, its files by path from the pack's own folder. */
export interface DroppedPack {
  readonly name: string
  readonly files: ReadonlyMap<string, PackEntry>
}

export type FindingKind = 'changed' | 'missing' | 'added'

export interface Finding {
  readonly kind: FindingKind
  readonly path: string
  readonly why: string
}

/** Where a quotation of the pack stands in the text that it names. */
export interface QuotationFinding {
  /** `moved`: word for word, but not at the place that is stated. */
  readonly kind: 'moved' | 'lost'
  readonly quotation: string
  readonly text: string
}

export interface Quotations {
  readonly total: number
  readonly found: number
  readonly findings: readonly QuotationFinding[]
}

export interface SignatureAnswer {
  readonly state: 'unsigned' | 'signed' | 'wrong' | 'cannot-tell'
  /** As `ssh-keygen -l` shows it. */
  readonly fingerprint?: string
}

export interface Report {
  readonly verdict: 'complete' | 'incomplete' | 'changed' | 'cannot-tell'
  /** Why nothing can be told. */
  readonly reason?: string
  readonly findings: readonly Finding[]
  readonly checked: number
  readonly bytes: number
  readonly sha256?: string
  readonly words: readonly string[]
  readonly signature: SignatureAnswer
  readonly quotations: Quotations
}

export interface CheckProgress {
  readonly done: number
  readonly total: number
  readonly bytes: number
  readonly totalBytes: number
}

export interface CheckOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: CheckProgress) => void
}

/** What keeps a pack from being looked at at all, in a sentence for the page. */
export class UnreadablePack extends Error {
  override readonly name = 'UnreadablePack'
}
