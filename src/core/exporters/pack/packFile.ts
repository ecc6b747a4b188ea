import type { Original } from '#shared/model/original'

/** One file of a pack's payload, before it is written. */
export interface PackFile {
  /** From the pack's folder, with `/`: `data/index.html`. */
  readonly path: string
  readonly mediaType: string
  /** What it is, in a few words, for the front page and the RO-Crate. */
  readonly description: string
  /** Number of bytes. */
  readonly bytes: number
  readonly content: PackContent
}

/** Text is made when it is written, not held: a pack of a whole archive does not fit into memory. */
export type PackContent =
  | { readonly kind: 'text'; readonly make: () => string }
  | { readonly kind: 'original'; readonly original: Original }

export const textFile = (
  path: string,
  mediaType: string,
  description: string,
  make: () => string,
): PackFile => ({
  path,
  mediaType,
  description,
  bytes: Buffer.byteLength(make(), 'utf8'),
  content: { kind: 'text', make },
})

export const originalFile = (path: string, description: string, original: Original): PackFile => ({
  path,
  mediaType: original.mediaType,
  description,
  bytes: original.bytes,
  content: { kind: 'original', original },
})
