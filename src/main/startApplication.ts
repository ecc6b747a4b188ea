import { lstat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, nativeTheme, protocol, type BrowserWindow } from 'electron'
import { findBundledPack } from '#core/process/findBundledPack'
import { firstArchive } from '#core/process/firstArchive'
import type { Log } from '#core/process/hostImplementer'
import type { LedgerBook } from '#core/process/networkLedger'
import { ownArchive } from '#core/process/ownArchive'
import { answerAppRequest } from './appProtocol'
import { createHost, type Host } from './createHost'
import { createPageMender } from './createPageMender'
import { createWindow, rememberWindow } from './createWindow'
import { askAfterCrash } from './dialogs'
import { installMenu } from './installMenu'
import { answerOriginalRequest } from './originalProtocol'
import { listenToPages } from './pageLines'
import { quitOnce } from './quitOnce'
import { openSettings, type SettingsFile } from './settings'

/** Where things are, as the entry file knows it. */
export interface ApplicationPaths {
  readonly core: string
  readonly parser: string
  readonly searchWorker: string
  readonly bibliographyWorker: string
  readonly preload: string
  /** Folder of the built pages. */
  readonly pages: string
  readonly icon: string
  /** Folder in which the bundled pack ships. */
  readonly bundle: string
}

const exists = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined

const chooseArchive = async (settings: SettingsFile, bundle: string) => {
  const path = await ownArchive({ env: process.env, home: homedir(), platform: process.platform })
  const own = { path, exists: await exists(path) }
  return { own: path, first: firstArchive(settings.get(), own, await findBundledPack(bundle)) }
}

const serveProtocols = (pages: string, archive: () => string): void => {
  protocol.handle('app', (request) => answerAppRequest(pages, request))
  protocol.handle('original', (request) => answerOriginalRequest(archive(), request))
}

const bringToFront = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

const serveWindow = (host: Host, window: BrowserWindow, settings: SettingsFile, log: Log): void => {
  listenToPages(window.webContents.ipc, {
    giveArchiveLine: (line) => host.session.give(line),
    serveHostLine: host.serve,
    tokens: host.tokens,
  })
  installMenu(host, () => window, log)
  app.on('second-instance', () => bringToFront(window))
  app.on('activate', () => bringToFront(window))
  app.on('window-all-closed', () => app.quit())
  quitOnce(
    app,
    async () => {
      if (!window.isDestroyed()) {
        await rememberWindow(window, settings)
        window.hide()
      }
      await host.session.close()
    },
    log,
  )
}

/** Everything once Electron is ready: the archive's process, the window, and what joins them. */
export const startApplication = async (
  paths: ApplicationPaths,
  ledger: LedgerBook,
  log: Log,
): Promise<void> => {
  await app.whenReady()
  const settings = await openSettings(join(app.getPath('userData'), 'settings.json'), homedir())
  const { own, first } = await chooseArchive(settings, paths.bundle)
  const host = createHost({
    files: { ...paths, keysFolder: join(app.getPath('userData'), 'keys') },
    first,
    ownArchive: own,
    settings,
    window: () => window,
    isRestored: () => mender.isRestored(),
    ledger,
    log,
  })
  serveProtocols(paths.pages, () => host.session.folder)
  const window = createWindow({
    preload: paths.preload,
    icon: paths.icon,
    isPackaged: app.isPackaged,
    settings,
    isDark: nativeTheme.shouldUseDarkColors,
  })
  const mender = createPageMender({
    contents: window.webContents,
    ask: askAfterCrash,
    quit: () => app.quit(),
    log,
    now: Date.now,
  })
  serveWindow(host, window, settings, log)
  await host.session.reopen()
}
