import type { CatalogueBackup } from '#shared/contract/host'
import type { JobState } from '#shared/contract/jobs'
import type { Greeting } from '#shared/bridge'
import { CuttingsError, type ErrorReport } from '#shared/errors'
import type { FolderToWatch } from '#core/inbox/types'
import type { StartParser } from '#core/parsing/types'
import { toCore, type OpenRequest, type ToCore } from './messages'
import type { CorePort, ParentLink } from './parentLink'
import { createRemoteParsers } from './remoteParser'
import { createVirtualPorts } from './virtualPorts'

/** An archive that is open, ready to serve lines. */
export interface OpenApp {
  readonly name: string
  readonly readOnly: boolean
  readonly serve: (port: CorePort) => void
  readonly watchFolders: (folders: readonly FolderToWatch[]) => void
  readonly close: () => Promise<void>
}

export interface OpenAppOptions {
  readonly open: OpenRequest
  readonly version: string
  readonly searchWorker: string
  readonly bibliographyWorker: string
  readonly keysFolder: string
  readonly startParser: StartParser
  readonly resolveToken: (token: string) => Promise<string | undefined>
  readonly onJob: (job: JobState) => void
}

export interface CoreDependencies {
  readonly parent: ParentLink
  readonly openApp: (options: OpenAppOptions) => Promise<OpenApp>
  /** Copies of the catalogue of an archive that cannot be opened. Never throws. */
  readonly listBackups: (archive: string) => Promise<readonly CatalogueBackup[]>
  /** Starts the parser as a child of this process, where the host lets it. */
  readonly forkParser: (path: string) => StartParser
  readonly exit: (code: number) => void
  readonly log: (message: string, cause?: unknown) => void
}

const greet = (port: CorePort, greeting: Greeting): void => port.postMessage(JSON.stringify(greeting))

const reportOf = (error: unknown, log: CoreDependencies['log']): ErrorReport => {
  if (error instanceof CuttingsError) return error.toReport()
  log('the archive could not be opened', error)
  return new CuttingsError('internal', { reference: String(process.pid) }).toReport()
}

/** Asks the host what a token stands for. */
const createResolver = (parent: ParentLink) => {
  const waiting = new Map<number, (path: string | undefined) => void>()
  let next = 0
  return {
    resolveToken: (token: string) =>
      new Promise<string | undefined>((resolve) => {
        const request = next++
        waiting.set(request, resolve)
        parent.post({ type: 'resolve', request, token })
      }),
    resolved: (request: number, path: string | undefined) => {
      waiting.get(request)?.(path)
      waiting.delete(request)
    },
  }
}

/** The lines that are open: each is greeted once the archive can serve it, and told when it is closed on purpose. */
const createLines = () => {
  const ports = new Set<CorePort>()
  return {
    add: (app: OpenApp, port: CorePort) => {
      ports.add(port)
      port.on('close', () => ports.delete(port))
      app.serve(port)
      port.start()
      greet(port, { greeting: 'ready' })
    },
    close: () => {
      for (const port of ports) {
        greet(port, { greeting: 'bye' })
        port.close()
      }
      ports.clear()
    },
  }
}

/** The archive of this process: opened once, closed once. */
const createArchiveHolder = (dependencies: CoreDependencies, lines: ReturnType<typeof createLines>) => {
  const { parent, openApp, exit, log } = dependencies
  let opening: Promise<OpenApp | undefined> = Promise.resolve(undefined)
  let leaving = false

  const tryOpen = async (options: OpenAppOptions): Promise<OpenApp | undefined> => {
    try {
      const app = await openApp(options)
      parent.post({ type: 'opened', name: app.name, readOnly: app.readOnly })
      return app
    } catch (error) {
      const report = reportOf(error, log)
      const backups = report.code === 'archive-damaged' || report.code === 'backup-damaged'
      parent.post({
        type: 'failed',
        error: report,
        ...(backups ? { backups: [...(await dependencies.listBackups(options.open.archive))] } : {}),
      })
      return undefined
    }
  }

  return {
    open: (options: OpenAppOptions): void => {
      opening = tryOpen(options)
    },
    addLine: async (port: CorePort): Promise<void> => {
      const app = await opening
      if (app && !leaving) lines.add(app, port)
      else port.close()
    },
    watch: async (folders: readonly FolderToWatch[]): Promise<void> => {
      const app = await opening
      if (!leaving) app?.watchFolders(folders)
    },
    leave: async (): Promise<void> => {
      if (leaving) return
      leaving = true
      lines.close()
      try {
        const app = await opening
        await app?.close()
        exit(0)
      } catch (error) {
        log('the archive could not be closed', error)
        exit(1)
      }
    },
  }
}

/** The life of a core process: it opens one archive, serves its lines, and ends when its host says so or is gone. */
export const runCore = (dependencies: CoreDependencies): void => {
  const { parent, forkParser, log } = dependencies
  const virtual = createVirtualPorts((message) => parent.post(message))
  const parsers = createRemoteParsers((message) => parent.post(message))
  const resolver = createResolver(parent)
  const holder = createArchiveHolder(dependencies, createLines())

  const onMessage = (message: ToCore, port: CorePort | undefined): void => {
    switch (message.type) {
      case 'start':
        return holder.open({
          open: message.open,
          version: message.version,
          searchWorker: message.searchWorker,
          bibliographyWorker: message.bibliographyWorker,
          keysFolder: message.keysFolder,
          startParser: message.parser === undefined ? parsers.start : forkParser(message.parser),
          resolveToken: resolver.resolveToken,
          onJob: (job) => parent.post({ type: 'job', job }),
        })
      case 'line':
        return void holder.addLine(port ?? virtual.open(message.line))
      case 'frame':
        return virtual.receive(message.line, message.frame)
      case 'line-end':
        return virtual.end(message.line)
      case 'resolved':
        return resolver.resolved(message.request, message.path)
      case 'parser-started':
        return port && parsers.started(message.parser, port)
      case 'parser-ended':
        return parsers.ended(message.parser)
      case 'watch':
        return void holder.watch(message.folders)
      case 'exit':
        return void holder.leave()
    }
  }

  parent.onMessage((raw, port) => {
    const message = toCore.safeParse(raw)
    if (message.success) onMessage(message.data, port)
    else log('a message of the host was not understood', message.error)
  })
  parent.onGone(() => void holder.leave())
}
