import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { Greeting, Line } from '#shared/bridge'
import type { LedgerBook } from '#core/process/networkLedger'
import { mostFrameBytes } from '#core/process/serveLines'
import { isOurHost, isOurOrigin, isToken } from './guards'

export interface SocketDependencies {
  readonly authority: () => string
  readonly token: string
  readonly ledger: LedgerBook
  /** Gets sockets that have shown the token, and nothing before. */
  readonly onLine: (line: Line, socket: WebSocket) => void
}

/** Milliseconds in which the first message must come. */
const patience = 5_000

const lineOf = (url: string | undefined): Line | undefined =>
  url === '/archive' ? 'archive' : url === '/host' ? 'host' : undefined

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

export const greetSocket = (socket: WebSocket, greeting: Greeting): void => {
  socket.send(JSON.stringify(greeting))
}

/** The first message must be the token; until it is, the socket can do nothing. */
const authenticate = (
  socket: WebSocket,
  { token, ledger }: SocketDependencies,
  onTrusted: () => void,
): void => {
  const timer = setTimeout(() => socket.terminate(), patience)
  socket.once('close', () => clearTimeout(timer))
  socket.once('message', (data: RawData, isBinary: boolean) => {
    clearTimeout(timer)
    if (!isBinary && isToken(String(data), token)) onTrusted()
    else {
      ledger.refuse('token', 'socket')
      socket.close(4401)
    }
  })
}

/** Accepts the two kinds of sockets of our own pages. Returns what ends all of them. */
export const acceptSockets = (server: Server, dependencies: SocketDependencies): (() => void) => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostFrameBytes,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A peer that resets is no news.
    socket.on('error', () => socket.destroy())
    const line = lineOf(request.url)
    const authority = dependencies.authority()
    if (!isOurHost(request.headersDistinct, authority)) {
      dependencies.ledger.refuse('host', request.headers.host ?? '')
      return refuse(socket, '421 Misdirected Request')
    }
    if (!isOurOrigin(request.headersDistinct, authority)) {
      dependencies.ledger.refuse('origin', request.headers.origin ?? '')
      return refuse(socket, '403 Forbidden')
    }
    if (!line) return refuse(socket, '404 Not Found')
    if (request.method !== 'GET') return refuse(socket, '405 Method Not Allowed')
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate())
      authenticate(webSocket, dependencies, () => dependencies.onLine(line, webSocket))
    })
  })
  return () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}
