import { homedir } from 'node:os'
import { app, type BrowserWindow, type MessagePortMain } from 'electron'
import type { ArchiveState } from '#shared/contract/host'
import { ArchiveSession } from '#core/process/archiveSession'
import { createHostEvents, type HostEvents } from '#core/process/hostEvents'
import { createHostImplementer, type Log } from '#core/process/hostImplementer'
import type { LedgerBook } from '#core/process/networkLedger'
import type { OpenRequest } from '#core/process/messages'
import { sayPlace } from '#core/process/sayPlace'
import { serveLines } from '#core/process/serveLines'
import { createTokenTable, type TokenTable } from '#core/process/tokenTable'
import { createWatchedFolders, type WatchedFolders } from '#core/process/watchedFolders'
import { createArchives, type Archives } from './archives'
import type { PageMender } from './createPageMender'
import { createDialogs } from './dialogs'
import { forkUtilityCore, type CoreFiles, type PortLine } from './forkUtilityCore'
import { createHostRouter } from './hostHandlers'
import { createPrinter } from './printing/createPrinter'
import type { SettingsFile } from './settings'
import { createTaskbar } from './taskbar'

export interface HostOptions {
  readonly files: CoreFiles
  readonly first: OpenRequest
  readonly ownArchive: string
  readonly settings: SettingsFile
  readonly window: () => BrowserWindow
  readonly isRestored: PageMender['isRestored']
  readonly ledger: LedgerBook
  readonly log: Log
}

export interface Host {
  readonly session: ArchiveSession<PortLine>
  readonly events: HostEvents
  readonly archives: Archives
  readonly tokens: TokenTable
  /** Serves `host.*` over a page's port. */
  readonly serve: (port: MessagePortMain) => void
}

/** Milliseconds in which a core must have closed its archive. */
const patience = 10_000

const say = (path: string): string => sayPlace(path, homedir())

const createSession = (
  options: HostOptions,
  events: HostEvents,
  tokens: TokenTable,
  watched: WatchedFolders,
) => {
  const { settings, window, log } = options
  const taskbar = createTaskbar({
    setProgress: (progress) => window().setProgressBar(progress),
    callAttention: () => {
      if (!window().isFocused()) window().flashFrame(true)
    },
  })
  const onState = (archive: ArchiveState): void => {
    events.emit({ type: 'archive', archive })
    if (archive.state !== 'open') taskbar.clear()
    else
      settings
        .set({ lastArchive: session.folder, ownArchive: options.ownArchive })
        .catch((cause: unknown) => log('the last archive could not be remembered', cause))
  }
  const session: ArchiveSession<PortLine> = new ArchiveSession(
    {
      fork: forkUtilityCore(options.files, app.getVersion(), log),
      tokens,
      sayPlace: say,
      onState,
      onJob: taskbar.onJob,
      watched: watched.of,
      log,
      now: Date.now,
      patience,
    },
    options.first,
  )
  return session
}

/** All that main does for its page: the life of the archive's process, and the host's own operations. */
export const createHost = (options: HostOptions): Host => {
  const events = createHostEvents()
  const tokens = createTokenTable()
  const watched = createWatchedFolders({
    read: (archive) => options.settings.get().watched?.[archive] ?? [],
    write: (archive, paths) =>
      options.settings.set({ watched: { ...options.settings.get().watched, [archive]: [...paths] } }),
  })
  const session = createSession(options, events, tokens, watched)
  const dialogs = createDialogs(options.window, app.getPath('documents'))
  const archives = createArchives({ dialogs, open: (request) => session.open(request), sayPlace: say })
  const router = createHostRouter(createHostImplementer(options.log), {
    version: app.getVersion(),
    session,
    archives,
    events,
    tokens,
    dialogs,
    print: createPrinter(options.window, options.ledger),
    watched,
    ledger: options.ledger,
    isRestored: options.isRestored,
  })
  return { session, events, archives, tokens, serve: serveLines(router, options.log) }
}
