import type { ArchiveClient } from '#shared/contract/archive'
import type { HostClient, Offered } from '#shared/contract/host'

/** `crashed`: calls in flight failed with `core-gone`. `switched`: the archive was closed on purpose. */
export type LostReason = 'crashed' | 'switched'

export type Unlisten = () => void

/**
 * The page's two clients, the same objects for its whole life. A call made while a line is down waits for the new one; it
 * fails with `core-gone` when a line breaks under it or none can be had, and with the archive's own error where the
 * archive failed to open. It never hangs. Errors are `ORPCError` of @orpc/client, `code` from the closed list.
 */
export interface HostConnection {
  readonly archive: ArchiveClient
  readonly host: HostClient
  /**
   * Files that were dropped or chosen by an input: their paths become tokens in the desktop application, an upload does it
   * in a browser. One entry per file, in order; null where the file was refused because a script made it.
   */
  readonly offerFiles: (
    files: readonly File[],
    options?: { readonly signal?: AbortSignal; readonly onBytes?: (done: number, total: number) => void },
  ) => Promise<readonly (Offered | null)[]>
  /** The line to the archive ended. Streams have ended too; a new line is being made. */
  readonly onLost: (listener: (reason: LostReason) => void) => Unlisten
  /** A new line to the archive is there: read again, watch again. Not told for the first one. */
  readonly onRestored: (listener: () => void) => Unlisten
  /** The host itself is gone for good (the server was stopped). */
  readonly onHostGone: (listener: () => void) => Unlisten
  readonly close: () => void
}
