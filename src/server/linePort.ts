import type { ServedPort } from '#core/process/serveLines'
import type { Frame } from '#core/process/messages'
import type { FrameLine } from './forkedCore'

/** A socket's line as operations are served on it. */
export const linePort = (line: FrameLine): ServedPort => ({
  on: (event: 'message' | 'close', listener: (event?: { readonly data: unknown }) => void) => {
    if (event === 'message') line.onFrame((data) => listener({ data }))
    else line.onEnd(listener)
  },
  postMessage: (frame) => line.send(frame as Frame),
  close: line.end,
})
