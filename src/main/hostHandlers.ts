import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { shell } from 'electron'
import { CuttingsError } from '#shared/errors'
import type { ArchiveSession } from '#core/process/archiveSession'
import type { HostEvents } from '#core/process/hostEvents'
import type { HostImplementer } from '#core/process/hostImplementer'
import type { LedgerBook } from '#core/process/networkLedger'
import { hostPlatform } from '#core/process/hostPlatform'
import type { TokenPurpose, TokenTable } from '#core/process/tokenTable'
import { writtenPack } from '#core/printing/writtenPack'
import { toLabel, type WatchedFolders } from '#core/process/watchedFolders'
import type { Archives } from './archives'
import type { PageMender } from './createPageMender'
import type { Dialogs } from './dialogs'
import type { PortLine } from './forkUtilityCore'
import { mostWatched } from './settings'
import { printPackPage, type PrintDependencies } from './printing/printPackPage'
import { writeClipboard } from './writeClipboard'

export interface HostServices {
  readonly version: string
  readonly session: ArchiveSession<PortLine>
  readonly archives: Archives
  readonly events: HostEvents
  readonly tokens: TokenTable
  readonly dialogs: Dialogs
  readonly print: PrintDependencies['print']
  readonly watched: WatchedFolders
  readonly ledger: LedgerBook
  readonly isRestored: PageMender['isRestored']
}

const archiveHandlers = (
  os: HostImplementer,
  { session, archives, events, version, isRestored }: HostServices,
) => ({
  describe: os.describe.handler(() => ({
    version,
    platform: hostPlatform(process.platform),
    capabilities: {
      dialogs: true,
      folders: true,
      reveal: true,
      download: false,
      archives: true,
      copy: true,
      watch: true,
      print: true,
    },
    archive: session.state,
    isRestored: isRestored(),
  })),
  openArchive: os.openArchive.handler(() => archives.choose()),
  newArchive: os.newArchive.handler(() => archives.make()),
  reopenArchive: os.reopenArchive.handler(() => session.reopen()),
  takeLock: os.takeLock.handler(() => session.takeLock()),
  restoreBackup: os.restoreBackup.handler(({ input }) => session.restoreBackup(input.name)),
  events: os.events.handler(({ signal }) => events.stream(signal)),
})

const fileHandlers = (os: HostImplementer, { dialogs, tokens }: HostServices) => {
  const offer = (path: string, purpose: TokenPurpose) => ({
    token: tokens.adopt(path, purpose),
    name: basename(path),
  })
  return {
    pickFiles: os.pickFiles.handler(async ({ input }) => {
      const paths = await dialogs.files(input.purpose)
      return paths?.map((path) => offer(path, input.purpose)) ?? null
    }),
    pickFolder: os.pickFolder.handler(async ({ input }) => {
      const path = await dialogs.folder(input.purpose)
      return path === undefined ? null : offer(path, input.purpose)
    }),
    pickDestination: os.pickDestination.handler(async ({ input }) => {
      const path = await dialogs.destination(input.form, input.name)
      return path === undefined ? null : offer(path, 'destination')
    }),
    /** Only a place that was chosen for a pack, once the core began one there and something stands there. */
    reveal: os.reveal.handler(async ({ input }) => {
      const entry = tokens.find(input.token, 'destination')
      if (!entry?.resolved) throw new CuttingsError('token-unknown')
      const found = await lstat(entry.path).catch(() => undefined)
      if (!found) throw new CuttingsError('not-found-file')
      shell.showItemInFolder(entry.path)
      return {}
    }),
  }
}

const printHandlers = (os: HostImplementer, { dialogs, print, tokens }: HostServices) => {
  const written = writtenPack(tokens)
  return {
    printablePages: os.printablePages.handler(({ input }) =>
      written(input.token, ({ pages }) => Promise.resolve([...pages])),
    ),
    printPage: os.printPage.handler(({ input, signal }) =>
      written(input.token, async (pages, pack) => {
        const dependencies = { choose: dialogs.pdf, print }
        const made = await printPackPage(pack, pages, input.number, dependencies, signal)
        if (!made) return null
        const { path, ...page } = made
        return { token: tokens.adoptWritten(path), ...page }
      }),
    ),
    openPage: os.openPage.handler(() => {
      throw new CuttingsError('unavailable', { reason: 'pages are printed here' })
    }),
  }
}

const watchHandlers = (os: HostImplementer, { dialogs, session, watched }: HostServices) => ({
  watchFolder: os.watchFolder.handler(async () => {
    const archive = session.folder
    const path = await dialogs.watched()
    if (path === undefined || session.folder !== archive) return null
    if (watched.of(archive).length >= mostWatched)
      throw new CuttingsError('unavailable', { reason: `${mostWatched} folders are watched already` })
    const folder = await watched.add(archive, path)
    session.watchAgain()
    return toLabel(folder)
  }),
  unwatchFolder: os.unwatchFolder.handler(async ({ input }) => {
    await watched.remove(session.folder, input.token)
    session.watchAgain()
    return {}
  }),
  watched: os.watched.handler(() => watched.of(session.folder).map(toLabel)),
})

const pageHandlers = (os: HostImplementer, { ledger }: HostServices) => ({
  network: os.network.handler(() => ledger.read()),
  collect: os.collect.handler(() => {
    throw new CuttingsError('unavailable', { reason: 'the pack is already where it was to be written' })
  }),
  original: os.original.handler(({ input }) => ({
    address: `original://${input.sha256}/${input.small ? 'small' : ''}`,
  })),
  copy: os.copy.handler(async ({ input }) => {
    await writeClipboard(input)
    return {}
  }),
})

/** What this host can do, all of it; the compiler asks for each operation. */
export const createHostRouter = (os: HostImplementer, services: HostServices) =>
  os.router({
    ...archiveHandlers(os, services),
    ...fileHandlers(os, services),
    ...printHandlers(os, services),
    ...watchHandlers(os, services),
    ...pageHandlers(os, services),
  })
