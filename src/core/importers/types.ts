import type { ParsedArticle } from '#shared/model/parsed'

/**
 * One format: data plus `parse`, listed in `registry.ts`, from which dialogs, `import --formats` and the documents are
 * made. `parse` runs in the parser process: it gets bytes and no path, and answers in plain data. It refuses by throwing
 * a CuttingsError with a code of `refusalCodes`.
 */
export interface Importer {
  readonly id: string
  /** For people: 'Plain text'. */
  readonly name: string
  readonly extensions: readonly string[]
  readonly mediaType: string
  /** Bytes. */
  readonly limit: number
  /**
   * How sure it is that these are its bytes, 0 to 1, from the first 64 KiB and, as a hint only, the name. 0 is no.
   */
  readonly recognise: (head: Uint8Array, name: string) => number
  readonly parse: (bytes: Uint8Array, name: string) => readonly ParsedArticle[]
}
