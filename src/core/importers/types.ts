import type { ParsedItem, TableMapping } from '#shared/model/parsed'

/** Bytes that are asked for piece by piece, so that a large file is never held as a whole. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>
}

/** A foreign file as an importer sees it: bytes and a name as a hint, never a path. */
export interface ImportFile extends ByteSource {
  readonly name: string
  /** All of it, for formats whose limit fits into memory. Read once, however often it is called. */
  readonly bytes: () => Promise<Uint8Array>
  /** Small files that stand beside it and belong to it: a picture's `.xmp`. */
  readonly companions: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** For tables: which column goes where, as the user corrected it. */
  readonly mapping?: TableMapping | undefined
}

/**
 * A file inside a file: its bytes become a file of their own, read by whichever importer knows them. The name is data.
 * Bytes come in parts that the consumer waits for; what is not asked for any more need not be made. Where the parts throw
 * a refusal (a checksum that is wrong at the end) this file is unreadable, and the container's others go on.
 */
export interface InnerFile {
  readonly kind: 'file'
  readonly name: string
  readonly parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** What an importer makes of a file, in order. */
export type ImportedItem = ParsedItem | InnerFile

/**
 * One format: data plus `parse`, listed in `registry.ts`, from which dialogs, `import --formats` and the documents are
 * made. `parse` runs in the parser process: it gets bytes and no path, and yields plain data. It refuses by throwing a
 * CuttingsError with a code of `refusalCodes`: then nothing is taken from the file, but for a container that is
 * `damaged-file`, whose files up to there are.
 */
export interface Importer {
  readonly id: string
  /** For people: 'Plain text'. */
  readonly name: string
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** Bytes. */
  readonly limit: number
  /** Its other limits, for the documents: what is counted, and how many at most. */
  readonly limits?: Readonly<Record<string, number>>
  /** A container is nothing by itself: what is in it is imported, and its own bytes are not kept. */
  readonly container?: boolean
  /**
   * How sure it is that these are its bytes, 0 to 1, from the first 64 KiB and, as a hint only, the name. 0 is no.
   */
  readonly recognise: (head: Uint8Array, name: string) => number
  readonly parse: (file: ImportFile) => AsyncIterable<ImportedItem> | Iterable<ImportedItem>
}
