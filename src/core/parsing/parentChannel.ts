import type { ParserMessage } from './types'

/** The way back to whoever started this process. */
export interface ParentChannel {
  readonly send: (message: ParserMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** Electron's ports: `process.parentPort` of a utility process, and those that come with a message; not in Node's types. */
interface UtilityPort {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports?: readonly JoinedPort[] }) => void,
  ) => void
  readonly postMessage: (message: unknown) => void
}

interface JoinedPort extends UtilityPort {
  readonly start: () => void
}

const utilityPort = (): UtilityPort | undefined =>
  'parentPort' in process ? (process.parentPort as UtilityPort | undefined) : undefined

/**
 * In Electron main is the parent, but the core is who speaks: main's first message brings the port to it, so that no file
 * passes through main.
 */
const createJoinedChannel = (parent: UtilityPort): ParentChannel => {
  let joined: JoinedPort | undefined
  return {
    send: (message) => (joined ?? parent).postMessage(message),
    onMessage: (listener) =>
      parent.on('message', ({ data, ports }) => {
        if (joined || !ports?.[0]) return listener(data)
        joined = ports[0]
        joined.on('message', (event) => listener(event.data))
        joined.start()
      }),
  }
}

/** The same for a utility process and a fork. A fork ends when its parent is gone; Electron sees to its own. */
export const createParentChannel = (): ParentChannel => {
  const port = utilityPort()
  if (port) return createJoinedChannel(port)
  process.on('disconnect', () => process.exit())
  return {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  }
}
