import type { ParserMessage } from './types'

/** The way back to whoever started this process. */
export interface ParentChannel {
  /** Calls `onSent` when the message has left, as far as that is known. */
  readonly send: (message: ParserMessage, onSent?: () => void) => void
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
 * passes through main. What is said before that waits for it.
 */
const createJoinedChannel = (parent: UtilityPort): ParentChannel => {
  const waiting: ParserMessage[] = []
  let joined: JoinedPort | undefined
  return {
    send: (message, onSent) => {
      if (joined) joined.postMessage(message)
      else waiting.push(message)
      onSent?.()
    },
    onMessage: (listener) =>
      parent.on('message', ({ ports }) => {
        const [port] = ports ?? []
        if (joined || !port) return
        joined = port
        port.on('message', ({ data }) => listener(data))
        port.start()
        for (const message of waiting.splice(0)) port.postMessage(message)
      }),
  }
}

/** The same for a utility process and a fork. A fork ends when its parent is gone; Electron sees to its own. */
export const createParentChannel = (): ParentChannel => {
  const port = utilityPort()
  if (port) return createJoinedChannel(port)
  process.on('disconnect', () => process.exit())
  return {
    send: (message, onSent) => process.send?.(message, () => onSent?.()),
    onMessage: (listener) => process.on('message', listener),
  }
}
