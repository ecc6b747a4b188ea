import { createServer } from 'node:http'
import { createConnection, type AddressInfo, type Socket } from 'node:net'
import fc from 'fast-check'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { rawRequest, type RawAnswer } from './fixtures/rawRequest'
import { startSmallServer } from './fixtures/smallServer'

interface Target {
  readonly authority: string
  readonly token: string
  readonly stop: () => Promise<void>
}

const startOurs = async (): Promise<Target> => {
  const server = await startSmallServer('archive', 1000, 300)
  await server.opened
  return { authority: server.authority, token: server.token, stop: server.remove }
}

/** For a control: a server that answers whoever asks, as long as it takes. */
const startCareless = async (): Promise<Target> => {
  const server = createServer((_request, response) => response.setHeader('connection', 'close').end('secret'))
  server.headersTimeout = 0
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\nsecret'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    authority: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 'token',
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

interface Attempt {
  readonly method: string
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly extra: string
}

/** What looks like a line or a record is a route of the page to whoever only asks for it. */
const pages = ['/', '/library', '/archive', '/host', '/assets/main-1a2b.js']

/** Every name by which somebody else's page could try to have this machine meant: what DNS rebinding comes down to. */
const hosts = (port: string) => [
  `localhost:${port}`,
  `evil.example:${port}`,
  `127.0.0.1.evil.example:${port}`,
  `[::1]:${port}`,
  `0.0.0.0:${port}`,
  `127.1:${port}`,
  `2130706433:${port}`,
  `127.0.0.2:${port}`,
  `127.0.0.1.:${port}`,
  `user@127.0.0.1:${port}`,
  `127.0.0.1\t:${port}`,
  `127.0.0.1:${Number(port) + 1}`,
  '127.0.0.1',
  '',
]

const origins = (authority: string, port: string) => [
  `http://127.0.0.1:${Number(port) + 1}`,
  `https://${authority}`,
  `http://${authority}.evil.example`,
  `http://${authority}/`,
  `http://localhost:${port}`,
  'http://evil.example',
  'null',
  'file://',
  'app://bundle',
  '',
]

/** The token, nearly. */
const credentials = (token: string) => [
  '',
  'Authorization: Bearer wrong\r\n',
  `Authorization: Bearer ${token.slice(1)}\r\n`,
  `Authorization: Bearer ${token}x\r\n`,
  `Authorization: Bearer ${token.toUpperCase()}!\r\n`,
  `Authorization: Basic ${token}\r\n`,
  `Authorization: ${token}\r\n`,
  `Cookie: token=${token}\r\n`,
  `X-Token: ${token}\r\n`,
]

const attempts = ({ authority, token }: Target): fc.Arbitrary<Attempt> => {
  const port = authority.split(':')[1] ?? ''
  const ticket = 'A'.repeat(43)
  const closed = [
    '/upload?name=a',
    `/upload?name=a&token=${token}`,
    `/original/${ticket}`,
    `/original/${'a'.repeat(64)}`,
    `/download/${ticket}`,
    `/download/${token}`,
    '/original/',
    '/../secret.html',
    `/${'a'.repeat(80)}%`,
    `/${'a/'.repeat(200)}%`,
    '/%2e%2e/secret.html',
    '/assets/..%5c..%5csecret.html',
    `http://evil.example/`,
    '*',
  ]
  return fc.record({
    method: fc.constantFrom(
      'GET',
      'GET',
      'POST',
      'HEAD',
      'PUT',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'PATCH',
      'CONNECT',
      'X',
    ),
    path: fc.oneof(fc.constantFrom(...pages), fc.constantFrom(...closed)),
    host: fc.oneof(
      { weight: 3, arbitrary: fc.constant(authority) },
      { weight: 2, arbitrary: fc.constantFrom(undefined, ...hosts(port)) },
    ),
    origin: fc.constantFrom(undefined, `http://${authority}`, ...origins(authority, port)),
    extra: fc.constantFrom(
      ...credentials(token),
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n',
      `Host: evil.example\r\n`,
      `X-Forwarded-Host: ${authority}\r\n`,
      'Transfer-Encoding: chunked\r\nContent-Length: 3\r\n',
      `X-Long: ${'x'.repeat(20_000)}\r\n`,
    ),
  })
}

const written = ({ method, path, host, origin, extra }: Attempt): string =>
  [
    `${method} ${path} HTTP/1.1\r\n`,
    host === undefined ? '' : `Host: ${host}\r\n`,
    origin === undefined ? '' : `Origin: ${origin}\r\n`,
    extra,
    /^Connection/m.test(extra) ? '' : 'Connection: close\r\n',
    '\r\n',
  ].join('')

/** Whether the attempt is one that anybody on this machine may make: for the application's own static files. */
const isForPages = ({ method, path, host, origin, extra }: Attempt, authority: string): boolean =>
  ['GET', 'HEAD'].includes(method) &&
  pages.includes(path) &&
  host === authority &&
  (origin === undefined || origin === `http://${authority}`) &&
  !/^(Host|Transfer-Encoding|X-Long|Connection)/.test(extra)

/** What is wrong with an answer to somebody who has shown nothing; a socket may be opened, and says nothing. */
const faultOf = ({ status, head, body }: RawAnswer): string | undefined => {
  if (status === 101 && body === '') return undefined
  if (status < 300 && status !== 0) return `answered with ${status}`
  // An empty body in chunks.
  if (body !== '' && body !== '0\r\n\r\n') return `said ${body.slice(0, 80)}`
  return /access-control|set-cookie|location/i.test(head) ? `with a header of ${head}` : undefined
}

const askAll =
  (start: () => Promise<Target>) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    const target = await start()
    let served = 0
    try {
      for (const attempt of fc.sample(attempts(target), { numRuns: size, seed })) {
        // A socket that is opened without the token is ended by the server, which takes five seconds each.
        if (
          /^Connection/.test(attempt.extra) &&
          attempt.host === target.authority &&
          attempt.method === 'GET'
        )
          continue
        const answer = await rawRequest(target.authority, written(attempt))
        tally.tried()
        if (isForPages(attempt, target.authority)) served += answer.status === 200 ? 1 : 0
        else {
          const fault = faultOf(answer)
          if (fault) tally.failed(`${JSON.stringify(attempt).slice(0, 300)}: ${fault}`)
        }
      }
      if (served === 0) tally.failed('not one page was served, so this says nothing')
    } finally {
      await target.stop()
    }
  }

/** Holds connections open with a head that never ends; answers once all of them were ended by the server. */
const dripOn = async (authority: string, count: number): Promise<number> => {
  const [host = '', port] = authority.split(':')
  const ended = Array.from({ length: count }, () => {
    const socket: Socket = createConnection({ host, port: Number(port) })
    socket.on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nX-Slow: ')
    const drip = setInterval(() => socket.writable && socket.write('x'), 50)
    const close = setTimeout(() => socket.destroy(), 1200)
    return new Promise<boolean>((done) =>
      socket
        .once('close', () => {
          clearInterval(drip)
          clearTimeout(close)
          done(socket.bytesRead > 0)
        })
        .resume(),
    )
  })
  return (await Promise.all(ended)).filter(Boolean).length
}

const dripAll =
  (start: () => Promise<Target>) =>
  async ({ size, tally }: ProofRun): Promise<void> => {
    const target = await start()
    try {
      const dripping = dripOn(target.authority, size)
      const answer = await rawRequest(
        target.authority,
        `GET / HTTP/1.1\r\nHost: ${target.authority}\r\nConnection: close\r\n\r\n`,
      )
      if (answer.status !== 200) tally.failed(`others were not served meanwhile: ${answer.status}`)
      const ended = await dripping
      tally.tried(size)
      if (ended !== size) tally.failed(`${size - ended} of ${size} were left to hold their connection`)
    } finally {
      await target.stop()
    }
  }

proof('the loopback host answers nobody who shows neither its token nor a ticket, but with its own pages', {
  promise: 5,
  sizes: { small: 250, ci: 5_000, full: 50_000 },
  run: askAll(startOurs),
  controls: { 'a server that answers whoever asks': askAll(startCareless) },
})

proof('the loopback host serves its user while others hold connections open, and ends those', {
  promise: 5,
  sizes: { small: 20, ci: 200, full: 200 },
  run: dripAll(startOurs),
  controls: { 'a server that waits for a head for ever': dripAll(startCareless) },
})
