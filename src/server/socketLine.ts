import type { WebSocket } from 'ws'
import { greetSocket } from './acceptSockets'
import type { FrameLine } from './forkedCore'

/** A page's socket as a line of frames. A page sends nothing before it was greeted. */
export const socketLine = (socket: WebSocket): FrameLine => ({
  send: (frame) => {
    if (socket.readyState === socket.OPEN) socket.send(frame)
  },
  onFrame: (listener) => {
    socket.on('message', (data: Buffer, isBinary: boolean) =>
      listener(isBinary ? new Uint8Array(data) : data.toString('utf8')),
    )
  },
  onEnd: (listener) => {
    if (socket.readyState === socket.OPEN) socket.once('close', listener)
    else listener()
  },
  end: () => socket.close(1000),
  refuse: (error) => {
    if (socket.readyState === socket.OPEN) greetSocket(socket, { greeting: 'refused', error })
    socket.close(1000)
  },
})
