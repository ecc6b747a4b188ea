import { basename, join } from 'node:path'
import { CuttingsError } from '#shared/errors'
import type { ArchiveSession } from '#core/process/archiveSession'
import type { HostEvents } from '#core/process/hostEvents'
import type { HostImplementer } from '#core/process/hostImplementer'
import type { LedgerBook } from '#core/process/networkLedger'
import { hostPlatform } from '#core/process/hostPlatform'
import { toLabel } from '#core/process/watchedFolders'
import type { FolderToWatch } from '#core/inbox/types'
import type { TokenTable } from '#core/process/tokenTable'
import { writtenPack } from '#core/printing/writtenPack'
import { safeFileName } from './fileName'
import type { FrameLine } from './forkedCore'
import type { SessionFolder } from './sessionFolder'
import type { Tickets } from './tickets'

export interface HostServices {
  readonly version: string
  readonly session: ArchiveSession<FrameLine>
  readonly events: HostEvents
  readonly tokens: TokenTable
  readonly folder: SessionFolder
  readonly ledger: LedgerBook
  readonly watched: (archive: string) => readonly FolderToWatch[]
  readonly downloads: Tickets
  readonly originals: Tickets
  readonly printed: Tickets
  readonly pathOfOriginal: (sha256: string) => string
  readonly pathOfSmall: (sha256: string) => string
}

const unavailable = (reason: string): never => {
  throw new CuttingsError('unavailable', { reason })
}

const archiveHandlers = (os: HostImplementer, { session, events, version }: HostServices) => ({
  describe: os.describe.handler(() => ({
    version,
    platform: hostPlatform(process.platform),
    capabilities: {
      dialogs: false,
      folders: false,
      reveal: false,
      download: true,
      archives: false,
      copy: false,
      watch: false,
      print: false,
    },
    archive: session.state,
    isRestored: false,
  })),
  openArchive: os.openArchive.handler(() => unavailable('the archive is chosen when the server is started')),
  newArchive: os.newArchive.handler(() => unavailable('the archive is chosen when the server is started')),
  reopenArchive: os.reopenArchive.handler(() => session.reopen()),
  takeLock: os.takeLock.handler(() => session.takeLock()),
  restoreBackup: os.restoreBackup.handler(({ input }) => session.restoreBackup(input.name)),
  events: os.events.handler(({ signal }) => events.stream(signal)),
})

const watchedElsewhere = 'folders to watch are named when the server is started'

const watchHandlers = (os: HostImplementer, { session, watched }: HostServices) => ({
  watchFolder: os.watchFolder.handler(() => unavailable(watchedElsewhere)),
  unwatchFolder: os.unwatchFolder.handler(() => unavailable(watchedElsewhere)),
  watched: os.watched.handler(() => watched(session.folder).map(toLabel)),
})

const fileHandlers = (os: HostImplementer, services: HostServices) => ({
  pickFiles: os.pickFiles.handler(() => unavailable('a browser uploads files')),
  pickFolder: os.pickFolder.handler(() => unavailable('a browser uploads files')),
  /** A pack or a table is written where it can be fetched from, and fetched by `collect`. */
  pickDestination: os.pickDestination.handler(async ({ input }) => {
    if (input.form === 'folder') return unavailable('a browser can save a zip, not a folder')
    const name = safeFileName(input.name)
    const path = join(await services.folder.createPlace(), name)
    return { token: services.tokens.adopt(path, 'destination'), name }
  }),
  reveal: os.reveal.handler(() => unavailable('a browser has no access to the file manager')),
  collect: os.collect.handler(({ input }) => {
    const entry = services.tokens.find(input.token, 'destination')
    if (!entry?.resolved) throw new CuttingsError('token-unknown')
    const ticket = services.downloads.issue({ path: entry.path, name: basename(entry.path) })
    return { address: `/download/${ticket}` }
  }),
  original: os.original.handler(({ input }) => {
    const path = input.small ? services.pathOfSmall(input.sha256) : services.pathOfOriginal(input.sha256)
    return { address: `/original/${services.originals.issue({ path, name: input.sha256 })}` }
  }),
  network: os.network.handler(() => services.ledger.read()),
  copy: os.copy.handler(() => unavailable('a browser copies with its own clipboard')),
})

/** A browser prints by itself: it is given the pages. */
const printHandlers = (os: HostImplementer, { tokens, printed }: HostServices) => {
  const written = writtenPack(tokens)
  return {
    printablePages: os.printablePages.handler(({ input }) =>
      written(input.token, ({ pages }) => Promise.resolve([...pages])),
    ),
    printPage: os.printPage.handler(() => unavailable('the browser prints')),
    openPage: os.openPage.handler(({ input }) =>
      written(input.token, ({ pathOf }, pack) => {
        const name = pathOf(input.number)
        const ticket = printed.issue({ path: pack, name })
        return Promise.resolve({ address: `/printed/${ticket}/${name}` })
      }),
    ),
  }
}

/** What this host can do, all of it; the compiler asks for each operation. */
export const createHostRouter = (os: HostImplementer, services: HostServices) =>
  os.router({
    ...archiveHandlers(os, services),
    ...watchHandlers(os, services),
    ...fileHandlers(os, services),
    ...printHandlers(os, services),
  })
