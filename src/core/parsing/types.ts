import type { ErrorReport } from '#shared/errors'
import type { ParsedItem, TableMapping } from '#shared/model/parsed'
import type { ByteSource, InnerFile } from '../importers/types'

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
 * What is to be done with a file: be recognised by its beginning, so that it is known whether anything reads it; be
 * imported; or be made a small picture of at most `edge` pixels a side.
 */
export type ParserTask =
  | { readonly do: 'import'; readonly mapping?: TableMapping | undefined }
  | { readonly do: 'recognise' }
  | { readonly do: 'picture'; readonly edge: number; readonly mediaType: string }

/** A small file that stands beside another and belongs to it. */
export interface Companion {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A file for the process: a name as a hint, never a path, and no bytes. The process asks for those that it needs, part by
 * part; `bytes` answers one `read`, in order, and `taken` one part of a file inside.
 */
export type ParserRequest =
  | {
      readonly type: 'file'
      readonly id: number
      readonly name: string
      readonly size: number
      readonly companions: readonly Companion[]
      readonly task: ParserTask
    }
  | { readonly type: 'bytes'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'taken'; readonly id: number }

/**
 * What comes back: that the process is ready for its first file; then, for each file, what it wants to read, files inside
 * in parts (an `inner` with their name, then parts, the last one marked, or that the rest can't be read), each of which
 * waits to be taken, and at the end
 * a `ParserAnswer` as JSON in UTF-8, in parts. JSON can carry nothing but plain data.
 */
export type ParserMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly id: number; readonly at: number; readonly length: number }
  | { readonly type: 'inner'; readonly id: number; readonly name: string }
  | { readonly type: 'inner-part'; readonly id: number; readonly bytes: Uint8Array; readonly last: boolean }
  | { readonly type: 'inner-failed'; readonly id: number }
  | { readonly type: 'answer'; readonly id: number; readonly json: Uint8Array; readonly last: boolean }

/** Bytes that one `read` asks for, and one part of a file inside has, at most. */
export const largestPart = 1024 * 1024

/** Plain data, validated by the core before it is used. */
export type ParserAnswer = Parsed

/** One file to be read, and where its bytes come from. */
export interface ParseRequest {
  readonly name: string
  readonly source: ByteSource
  readonly companions?: readonly Companion[]
  readonly task?: ParserTask
  /**
   * Takes each file inside, in order, while it comes; it need not read all parts. What it throws ends the reading of the
   * whole file and is thrown by `parse`. Without it files inside are passed over.
   */
  readonly onInner?: (file: InnerFile) => Promise<void>
}

/**
 * Reads foreign bytes in the parser process. What is in the bytes never makes it throw; it rejects with `cancelled` when
 * the signal is aborted or the parser is closed, and with what the source or `onInner` throws.
 */
export interface Parser {
  readonly parse: (request: ParseRequest, signal?: AbortSignal) => Promise<Parsed>
  readonly close: () => Promise<void>
}

export type Parsed =
  | {
      readonly type: 'parsed'
      readonly importer: string
      readonly mediaType: string
      /** A container is nothing by itself. */
      readonly container: boolean
      readonly items: readonly ParsedItem[]
      /** Why a container could not be read to its end. */
      readonly error?: ErrorReport | undefined
    }
  | {
      readonly type: 'picture'
      readonly width: number
      readonly height: number
      /** 64 bits as 16 hex digits: near for pictures that look alike. */
      readonly perceptualHash: string
    }
  /** No small picture can be made of it, and why, in a word. */
  | { readonly type: 'no-picture'; readonly reason: string }
  | { readonly type: 'refused'; readonly mediaType: string; readonly error: ErrorReport }
