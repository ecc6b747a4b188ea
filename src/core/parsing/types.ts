import type { ErrorReport } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'

/**
 * The process in which foreign bytes are parsed, however the host starts it: a fork, or in Electron a utility process
 * that main starts. `kill` is for good; the end is told by `onExit`, whatever its cause, once and after the last message.
 */
export interface ParserHandle {
  readonly post: (message: ParserRequest) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export type StartParser = () => ParserHandle

/**
 * A file on its way to the process: a name as a hint, never a path; then its bytes in parts, so that no border holds
 * several copies of them at once. The file is read when `size` bytes have come.
 */
export type ParserRequest =
  | { readonly type: 'file'; readonly id: number; readonly name: string; readonly size: number }
  | { readonly type: 'part'; readonly id: number; readonly bytes: Uint8Array }

/**
 * What comes back: that the process is ready for its first file; then for each file a `ParserAnswer` as JSON in UTF-8, in
 * parts. JSON can carry nothing but plain data, and crosses two borders without being copied as objects.
 */
export type ParserMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly json: Uint8Array; readonly last: boolean }

/** Plain data, validated by the core before it is used. */
export type ParserAnswer = Parsed

/**
 * Reads foreign bytes in the parser process. What is in the bytes never makes it throw; it rejects with `cancelled` when
 * the signal is aborted or the parser is closed.
 */
export interface Parser {
  readonly parse: (name: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<Parsed>
  readonly close: () => Promise<void>
}

export type Parsed =
  | {
      readonly type: 'parsed'
      readonly importer: string
      readonly mediaType: string
      readonly items: readonly ParsedArticle[]
    }
  | { readonly type: 'refused'; readonly mediaType: string; readonly error: ErrorReport }
