import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { homedir } from 'node:os'
import type { ArchiveState } from '#shared/contract/host'
import { ArchiveSession } from '#core/process/archiveSession'
import type { ForkCore } from '#core/process/coreChild'
import { createHostEvents } from '#core/process/hostEvents'
import { createLedgerBook } from '#core/process/networkLedger'
import { createHostImplementer, type Log } from '#core/process/hostImplementer'
import { sayPlace } from '#core/process/sayPlace'
import { serveLines } from '#core/process/serveLines'
import { createWatchedFolders } from '#core/process/watchedFolders'
import { createTokenTable, type TokenTable } from '#core/process/tokenTable'
import { originalPath, smallPicturePath } from '#core/process/originalPath'
import { acceptSockets, greetSocket } from './acceptSockets'
import { answerRequest } from './answerRequest'
import { driveForkedCore, type FrameLine } from './forkedCore'
import { createHostRouter, type HostServices } from './hostHandlers'
import { createSessionFolder } from './sessionFolder'
import { linePort } from './linePort'
import { socketLine } from './socketLine'
import { createTickets } from './tickets'

export interface ServerOptions {
  /** 0 for any that is free. */
  readonly port: number
  readonly archive: string
  /** Makes the archive where there is none. */
  readonly create?: boolean
  /** Takes the lock of another machine at the first opening, on the user's word. */
  readonly takeLock?: boolean
  /** The pack that a new archive begins with. */
  readonly bundledPack?: string
  /** Folders to watch; a page names none. */
  readonly watch?: readonly string[]
  /** Folder of the built pages. */
  readonly root: string
  /** The other built entry files. */
  readonly corePath: string
  readonly parserPath: string
  readonly searchPath: string
  readonly bibliographyPath: string
  readonly keysFolder: string
  readonly version: string
  readonly log: Log
  /** Bytes of one uploaded file; 4 GiB where not said. */
  readonly uploadLimit?: number
  /** Milliseconds in which the head of a request must have come; 10 s where not said. */
  readonly headPatience?: number
}

/** Connections at once: some pages of one user. A page of somebody else's can hold no more than these. */
const mostConnections = 256

export interface RunningServer {
  /** With the token in its fragment: whoever has it can read and write the archive. */
  readonly url: string
  /** What became of opening the archive; pages are served either way. */
  readonly opened: Promise<ArchiveState>
  readonly close: () => Promise<void>
}

const forkCore =
  (options: ServerOptions): ForkCore<FrameLine> =>
  (listeners) =>
    driveForkedCore(
      fork(options.corePath, [], {
        serialization: 'advanced',
        execArgv: [],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }),
      {
        searchWorker: options.searchPath,
        bibliographyWorker: options.bibliographyPath,
        keysFolder: options.keysFolder,
        parser: options.parserPath,
        version: options.version,
        log: options.log,
      },
      listeners,
    )

const createServices = (options: ServerOptions): HostServices => {
  const events = createHostEvents()
  const tokens: TokenTable = createTokenTable()
  const watched = createWatchedFolders({
    read: () => options.watch ?? [],
    write: () => Promise.resolve(),
  }).of
  const request = {
    archive: options.archive,
    create: options.create ?? false,
    takeLock: options.takeLock ?? false,
    ...(options.bundledPack === undefined ? {} : { bundledPack: options.bundledPack }),
  }
  const session = new ArchiveSession<FrameLine>(
    {
      fork: forkCore(options),
      tokens,
      sayPlace: (path) => sayPlace(path, homedir()),
      onState: (archive) => events.emit({ type: 'archive', archive }),
      onJob: () => {
        // A browser has no taskbar to show it on; the page watches its jobs itself.
      },
      watched,
      log: options.log,
      now: Date.now,
      patience: 10_000,
    },
    request,
  )
  return {
    version: options.version,
    session,
    events,
    tokens,
    watched,
    ledger: createLedgerBook(() => new Date()),
    folder: createSessionFolder(() => session.folder),
    downloads: createTickets({ uses: 'once', lifetime: 60_000, now: Date.now }),
    originals: createTickets({ uses: 'many', lifetime: 600_000, now: Date.now }),
    printed: createTickets({ uses: 'many', lifetime: 600_000, now: Date.now }),
    pathOfOriginal: (sha256) => originalPath(session.folder, sha256),
    pathOfSmall: (sha256) => smallPicturePath(session.folder, sha256),
  }
}

/** Listens on 127.0.0.1 and nowhere else. */
const listen = async (server: Server, port: number): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The application's pages and operations for browsers on this machine. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const token = randomBytes(32).toString('base64url')
  const services = createServices(options)
  const serveHost = serveLines(createHostRouter(createHostImplementer(options.log), services), options.log)
  let address = ''
  const authority = (): string => address
  const upload = { folder: services.folder, tokens: services.tokens, limit: options.uploadLimit ?? 2 ** 32 }
  const headPatience = options.headPatience ?? 10_000
  const server = createServer(
    { headersTimeout: headPatience, connectionsCheckingInterval: Math.min(1000, headPatience) },
    (request, response) =>
      void answerRequest(request, response, {
        ...services,
        authority,
        token,
        upload,
        root: options.root,
        log: options.log,
      }),
  )
  server.maxConnections = mostConnections
  server.on('connection', ({ remoteAddress = 'nobody' }) => {
    if (!remoteAddress.startsWith('127.')) services.ledger.allow('connection', remoteAddress)
  })
  const endSockets = acceptSockets(server, {
    authority,
    token,
    ledger: services.ledger,
    onLine: (line, socket) => {
      if (line === 'archive') return services.session.give(socketLine(socket))
      serveHost(linePort(socketLine(socket)))
      greetSocket(socket, { greeting: 'ready' })
    },
  })
  address = await listen(server, options.port)
  return {
    url: `http://${address}/#token=${token}`,
    opened: services.session.reopen(),
    close: async () => {
      endSockets()
      server.closeAllConnections()
      // An import that is under way leaves its uploads to whoever goes on with it.
      await services.session.close()
      await services.folder.remove()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
