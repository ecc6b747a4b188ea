import type { Line } from '#shared/bridge'
import type { Wire } from './openLine'

/** A socket of the loopback server as a wire; its first message is the token. */
export const openSocketWire = (token: string, line: Line): Wire => {
  const socket = new WebSocket(`ws://${location.host}/${line}`)
  socket.addEventListener('open', () => socket.send(token))
  return {
    // What is sent after the end goes nowhere: who waits for an answer is told by `onEnd`.
    send: (data) => {
      if (socket.readyState < WebSocket.CLOSING) socket.send(data)
    },
    onMessage: (listener) =>
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
    // A socket that could not be opened tells its end in the same way.
    onEnd: (listener) => socket.addEventListener('close', () => listener()),
    close: () => socket.close(),
  }
}
