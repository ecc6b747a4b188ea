import type { Offered } from './contract/host'
import type { ErrorReport } from './errors'

/** A page holds two lines: one to the archive's process, one to its host. */
export type Line = 'archive' | 'host'

/**
 * The one frozen object that the preload gives the page. Ports can't cross it: after `connect` the port arrives as a
 * message of the window to itself, a `PortArrival` with one port. `PageFile` is the DOM's `File`, which this zone does
 * not know.
 */
export interface Bridge<PageFile> {
  readonly connect: (line: Line) => void
  /** Tokens of files that were really dropped; null for a file that has no path, because a script made it. */
  readonly adoptDrop: (files: readonly PageFile[]) => Promise<readonly (Offered | null)[]>
}

/** The property of the window that holds the bridge, and the mark of its messages. */
export const bridgeName = 'cuttings'

export interface PortArrival {
  readonly type: typeof bridgeName
  readonly line: Line
}

/**
 * What a host or a core sends as JSON text on a new port or socket before anything else, and `bye` before it ends one on
 * purpose. A line that ends without `bye` broke.
 */
export type Greeting =
  { readonly greeting: 'ready' | 'bye' } | { readonly greeting: 'refused'; readonly error: ErrorReport }
