import { join } from 'node:path'
import type { JobState } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { createActivity } from './createActivity'
import { createBell } from './createBell'
import { createChanges } from './changes'
import { createClaims } from './claims/createClaims'
import { createConfirming } from './claims/createConfirming'
import { createDeeds } from './claims/createDeeds'
import { createNotes } from './claims/createNotes'
import { createDuplicates } from './duplicates/createDuplicates'
import { createComparing } from './exports/createComparing'
import { createExports } from './exports/createExports'
import { createFiling } from './filing/createFiling'
import { createNameCounts } from './filing/createNameCounts'
import type { Citer } from './exporters/csl/createCiter'
import type { Bibliographer } from './exporters/csl/types'
import { verifyPack } from './exporters/pack/verifyPack'
import { createKeyring } from './exporters/sealing/createKeyring'
import { createImplementer } from './handlers/createImplementer'
import { createReportError, isArchiveThere } from './handlers/reportError'
import { createRouter, type ArchiveRouter } from './handlers/createRouter'
import { createImports } from './imports/createImports'
import { createDeathList } from './imports/deathList'
import { createInbox } from './inbox/createInbox'
import { createKnownFiles } from './inbox/createKnownFiles'
import { keepLooking } from './inbox/keepLooking'
import type { FolderToWatch } from './inbox/types'
import { createOrigins } from './origins/createOrigins'
import { createJobs } from './jobs/createJobs'
import { createOverviews } from './overviews/createOverviews'
import type { Parser } from './parsing/types'
import type { Clock } from './records/clock'
import { createReferences } from './references/createReferences'
import { refuseWrites } from './refuseWrites'
import type { SearchService } from './search/types'
import { createSearches } from './searches/createSearches'
import type { Services } from './services'
import { createFiller } from './smallPictures/createFiller'
import { createSmallPictures } from './smallPictures/createSmallPictures'
import { createSources } from './sources/createSources'
import type { Archive } from './store/types'
import { createTrash } from './trash/createTrash'
import { createFixity } from './verify/createFixity'
import { createRereading } from './verify/createRereading'
import { createIdleWork } from './createIdleWork'

export interface Parts {
  readonly archive: Archive
  readonly search: SearchService
  readonly parser: Parser
  /** Makes small pictures: in a process of its own, which may take the memory that pictures need. */
  readonly pictureParser: Parser
  readonly bibliographer: Bibliographer
  readonly citer: Citer
  readonly clock: Clock
  /** Who does what is done, for the chains of custody. */
  readonly actor: string
  readonly version: string
  readonly keysFolder: string
  readonly resolveToken: (token: string) => Promise<string | undefined>
  readonly onJob?: ((job: JobState) => void) | undefined
  readonly log: (line: string) => void
}

export interface App extends Services {
  /** To be bound by an adapter: message port, WebSocket, or direct. */
  readonly router: ArchiveRouter
  /** Proposes what appears in these folders, from now on and until the end. */
  readonly watchFolders: (folders: readonly FolderToWatch[]) => void
  /** Ends what is under way, then closes all that it was made of. */
  /**
   * Empties the trash of what is past its days, makes the small pictures that are missing and reads originals again, while
   * nothing else is done, until the end; nothing where it is read only.
   */
  readonly workWhenIdle: () => void
  readonly close: () => Promise<void>
}

const createServices = (parts: Parts, report: Services['report']): Services => {
  const { archive, search, clock, resolveToken, onJob, log } = parts
  const keyring = createKeyring(parts.keysFolder)
  const jobs = createJobs({ clock, report, ...(onJob ? { onChange: onJob } : {}) })
  const changes = createChanges({ revision: () => archive.catalogue.revision(), search, log })
  const deaths = createDeathList(join(archive.layout.derived, 'deaths.json'), log)
  const waiting = createBell()
  const inbox = createInbox({
    known: createKnownFiles(archive.layout, log),
    createId: clock.createId,
    changed: waiting.ring,
  })
  const imports = createImports({
    ...parts,
    deaths,
    jobs,
    committed: changes.committed,
    interruptionsChanged: waiting.ring,
    dealtWith: inbox.dealtWith,
  })
  const exports = createExports({ ...parts, keyring, jobs })
  const smallPictures = createSmallPictures({ archive, parser: parts.pictureParser, log })
  const deeds = createDeeds({ ...parts, catalogue: archive.catalogue, committed: changes.committed })
  const origins = createOrigins(archive.catalogue)
  const names = createNameCounts(archive.catalogue)
  return {
    ...parts,
    report,
    jobs,
    changes,
    claims: createClaims(archive.catalogue, deeds, origins),
    notes: createNotes(archive.catalogue, deeds),
    confirming: createConfirming(archive.catalogue, deeds),
    imports,
    inbox,
    waiting,
    keyring,
    exports,
    comparing: createComparing(exports, jobs),
    smallPictures,
    references: createReferences({ ...parts, jobs, committed: changes.committed }),
    searches: createSearches({ ...parts, jobs, committed: changes.committed }),
    duplicates: createDuplicates({ ...parts, smallPictures, jobs, committed: changes.committed }),
    origins,
    sources: createSources({ ...parts, jobs, committed: changes.committed }),
    overviews: createOverviews({ archive, names, search }),
    filing: createFiling({ ...parts, names, catalogue: archive.catalogue, committed: changes.committed }),
    trash: createTrash({ ...parts, jobs, committed: changes.committed }),
    ...createFixity({ archive, clock, jobs }),
    verifyPack: async (path, options) => {
      const { own, known } = await keyring.list()
      return verifyPack(path, { ...options, knownKeys: own ? [own, ...known] : known })
    },
    pathOf: async (token) => {
      const path = await resolveToken(token)
      if (path === undefined) throw new CuttingsError('token-unknown')
      return path
    },
  }
}

/** The application around an archive that is open. */
export const assembleApp = (parts: Parts): App => {
  const { archive, search, parser, bibliographer, clock, log } = parts
  const report = createReportError({
    folder: archive.folder,
    log,
    createReference: () => clock.createId().slice(-12),
  })
  const services = createServices(parts, report)
  const activity = createActivity({
    now: () => performance.now(),
    isBusy: () => services.jobs.list().some(({ state }) => state === 'running'),
  })
  const os = createImplementer({
    touch: activity.touch,
    mustBeWritable: () => refuseWrites(archive),
    mustBeThere: async () => {
      if (!(await isArchiveThere(archive.folder))) throw new CuttingsError('archive-gone')
    },
    report,
  })
  const looking = new AbortController()
  let looks: Promise<void> | undefined
  let filling: Promise<void> | undefined
  return {
    ...services,
    router: createRouter(os, services),
    watchFolders: (folders) => {
      // What is proposed could not be taken in, and what is dismissed could not be noted.
      if (!archive.writable) return
      services.inbox.watch(folders)
      if (folders.length > 0) looks ??= keepLooking(services.inbox, looking.signal, log)
    },
    workWhenIdle: () => {
      if (!archive.writable) return
      const filler = createFiller({
        pictures: services.smallPictures,
        photos: archive.catalogue.duplicates.photos,
        revision: archive.catalogue.revision,
        activity,
        log,
      })
      const rereading = createRereading({ archive, clock, activity, log })
      const steps = [services.trash.tidy, filler.step, rereading.step]
      filling ??= services.smallPictures
        .tidy()
        .then(() => createIdleWork(steps, activity).run(looking.signal))
    },
    close: async () => {
      looking.abort()
      await Promise.all([looks, filling])
      services.changes.close()
      services.waiting.close()
      await services.searches.saved.close()
      await Promise.all([services.jobs.close(), services.duplicates.close()])
      await services.imports.close()
      await Promise.all([
        search.close(),
        parser.close(),
        parts.pictureParser.close(),
        bibliographer.close(),
        parts.citer.close(),
      ])
      await archive.close()
    },
  }
}
