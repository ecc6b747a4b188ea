import type { ErrorReport } from '#shared/errors'
import type { ParsedArticle } from '#shared/model/parsed'

/**
 * The process in which foreign bytes are parsed, however the host starts it: a fork, or in Electron a utility process
 * that main starts. `kill` is for good; the end is told by `onExit`, whatever its cause.
 */
export interface ParserHandle {
  readonly post: (message: ParserRequest) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export type StartParser = () => ParserHandle

/** Bytes and a name as a hint; never a path. */
export interface ParserRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
}

/** Plain data, validated by the core before it is used. */
export type ParserAnswer =
  | {
      readonly id: number
      readonly type: 'parsed'
      readonly importer: string
      readonly mediaType: string
      readonly items: readonly ParsedArticle[]
    }
  | { readonly id: number; readonly type: 'refused'; readonly mediaType: string; readonly error: ErrorReport }

/** Reads foreign bytes in the parser process; never throws for what is in them, only when it is closed. */
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
