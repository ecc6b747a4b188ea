import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { createLedgerBook } from '#core/process/networkLedger'
import { serveLines } from '#core/process/serveLines'
import { WebSocket } from 'ws'
import type { ArchiveClient } from '#shared/contract/archive'
import { describeConformance } from '#core/handlers/fixtures/conformance'
import { createVirtualPorts } from '#core/process/virtualPorts'
import { acceptSockets } from './acceptSockets'
import type { FrameLine } from './forkedCore'
import { socketLine } from './socketLine'

type Router = Parameters<Parameters<typeof describeConformance>[1]>[0]

/** The core's end and the server's end of a line, without the process border between them. */
const join = (line: FrameLine, router: Router): void => {
  const ports = createVirtualPorts((message) => {
    if (message.type === 'frame') line.send(message.frame)
    else line.end()
  })
  serveLines(router, () => undefined)(ports.open(0))
  line.onFrame((frame) => ports.receive(0, frame))
  line.onEnd(() => ports.end(0))
  line.send('{"greeting":"ready"}')
}

describeConformance('a WebSocket of the loopback server', async (router) => {
  const server = createServer()
  const token = 'a-token-for-this-test'
  let authority = ''
  const endSockets = acceptSockets(server, {
    authority: () => authority,
    token,
    ledger: createLedgerBook(() => new Date()),
    onLine: (_line, socket) => join(socketLine(socket), router),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const socket = new WebSocket(`ws://${authority}/archive`, { origin: `http://${authority}` })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(token)
  await new Promise((resolve) => socket.once('message', resolve))
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return {
    client: createORPCClient<ArchiveClient>(link),
    close: async () => {
      socket.close()
      endSockets()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
})
