import { RPCHandler } from '@orpc/server/websocket'
import type { Router } from '@orpc/server'
import type { Log } from './hostImplementer'
import type { CorePort } from './parentLink'

/** A page's line as what serves it needs it. */
export interface ServedPort extends Pick<CorePort, 'postMessage' | 'close'> {
  on(event: 'message', listener: (event?: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
}

/** A page's frames are small; the largest is a selection of 100,000 ids. */
export const mostFrameBytes = 16 * 1024 * 1024

/** Frames are JSON text, or JSON text and bytes; whatever else a port can carry is none. */
const isFrame = (data: unknown): data is string | ArrayBuffer =>
  typeof data === 'string'
    ? data.length <= mostFrameBytes
    : (data instanceof Uint8Array || data instanceof ArrayBuffer) && data.byteLength <= mostFrameBytes

/**
 * Serves operations to lines, on every host. A frame that is none, or that can't be understood, ends its line and nothing
 * else: the process holds an archive, and a page may have been made to run foreign script.
 */
export const serveLines = (
  // What operations there are is for whoever calls; each of the two contracts is too long to be named in a type here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the library's own constraint of a router
  router: Router<any, Record<never, never>>,
  log: Log,
): ((port: ServedPort) => void) => {
  const handler = new RPCHandler(router)
  return (port) => {
    const line = {
      addEventListener: () => undefined,
      send: (frame: unknown) => port.postMessage(frame),
    } as Parameters<typeof handler.message>[0]
    const end = (cause: unknown): void => {
      log('a line of a page was ended: it said what is no message', cause)
      handler.close(line)
      port.close()
    }
    port.on('message', (event) => {
      if (isFrame(event?.data)) handler.message(line, event.data).catch(end)
      else end(typeof event?.data)
    })
    port.on('close', () => handler.close(line))
  }
}
