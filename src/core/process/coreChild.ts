import type { FolderToWatch } from '#core/inbox/types'
import type { FromCore, OpenRequest } from './messages'
import type { ErrorReport } from '#shared/errors'

/** A core that a host forked, driven by the session. `Line` is what the host has of a page: a port, or a socket. */
export interface CoreChild<Line> {
  readonly start: (open: OpenRequest) => void
  /** Hands a page's line over; the core greets it. */
  readonly give: (line: Line) => void
  readonly resolved: (request: number, path: string | undefined) => void
  readonly watch: (folders: readonly FolderToWatch[]) => void
  /** Asks it to close the archive and end. */
  readonly exit: () => void
  readonly kill: () => void
}

export interface CoreListeners {
  readonly onMessage: (message: FromCore) => void
  readonly onExit: () => void
}

export type ForkCore<Line> = (listeners: CoreListeners) => CoreChild<Line>

/** What a host can do with a page's line while no core can take it. */
export interface RefusableLine {
  readonly refuse: (error: ErrorReport) => void
}
