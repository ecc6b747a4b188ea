import type { ParserMessage } from './types'

/** The way back to whoever started this process. */
export interface ParentChannel {
  readonly send: (message: ParserMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** Electron's `process.parentPort` in a utility process; not in Node's types. */
interface UtilityPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

const utilityPort = (): UtilityPort | undefined =>
  'parentPort' in process ? (process.parentPort as UtilityPort | undefined) : undefined

/** The same for a utility process and a fork. A fork ends when its parent is gone; Electron sees to its own. */
export const createParentChannel = (): ParentChannel => {
  const port = utilityPort()
  if (port)
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    }
  process.on('disconnect', () => process.exit())
  return {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  }
}
