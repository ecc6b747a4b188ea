import type { FromCore } from './messages'

/** A page's line as the core sees it, whether Electron handed over a port or a host passes its frames on. */
export interface CorePort {
  readonly on: (event: string, listener: (event?: { readonly data: unknown }) => void) => void
  readonly postMessage: (data: unknown) => void
  readonly start: () => void
  readonly close: () => void
}

/** The way to the host that forked this process. */
export interface ParentLink {
  readonly post: (message: FromCore) => void
  readonly onMessage: (listener: (message: unknown, port: CorePort | undefined) => void) => void
  /** The host is gone without a word; what is open must be closed. */
  readonly onGone: (listener: () => void) => void
}

/** What Electron puts on `process` in a utility process. */
interface ElectronParentPort {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly CorePort[] }) => void,
  ) => void
  readonly postMessage: (message: unknown) => void
}

type HostedProcess = NodeJS.Process & { readonly parentPort?: ElectronParentPort }

const fromElectron = (parent: ElectronParentPort): ParentLink => ({
  post: (message) => parent.postMessage(message),
  onMessage: (listener) => parent.on('message', ({ data, ports }) => listener(data, ports[0])),
  onGone: () => {
    // Electron ends its utility processes with itself; there is no message to wait for.
  },
})

const fromFork = (child: NodeJS.Process): ParentLink => ({
  post: (message) => {
    // The host may have gone a moment ago; `disconnect` tells it.
    if (child.connected) child.send?.(message)
  },
  onMessage: (listener) => child.on('message', (message) => listener(message, undefined)),
  onGone: (listener) => child.on('disconnect', listener),
})

/** Finds how this process was started: by Electron's `utilityProcess.fork` or by Node's `child_process.fork`. */
export const parentLinkOf = (hosted: NodeJS.Process): ParentLink => {
  const { parentPort } = hosted as HostedProcess
  return parentPort ? fromElectron(parentPort) : fromFork(hosted)
}
