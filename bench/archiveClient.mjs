// The contract over the loopback host's socket, as a page speaks it.
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'

export const connectArchive = async (url) => {
  const { origin, hash } = new URL(url)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/archive`, { headers: { origin } })
  await new Promise((done, failed) => {
    socket.addEventListener('open', () => socket.send(new URLSearchParams(hash.slice(1)).get('token')))
    socket.addEventListener('message', ({ data }) => done(data), { once: true })
    socket.addEventListener('close', () => failed(new Error('the host closed the socket')))
  })
  return { archive: createORPCClient(new RPCLink({ websocket: socket })), close: () => socket.close() }
}
