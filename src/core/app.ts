import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { ArchiveClient } from '#shared/contract/archive'
import type { JobState } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { createServices } from './createServices'
import { createImplementer } from './handlers/createImplementer'
import { createRouter, type ArchiveRouter } from './handlers/createRouter'
import { isArchiveThere } from './handlers/reportError'
import { importBundledPack } from './imports/importBundledPack'
import { createParser } from './parsing/createParser'
import type { StartParser } from './parsing/types'
import { systemClock, type Clock } from './records/clock'
import { refuseWrites } from './refuseWrites'
import { createSearchService } from './search/createSearchService'
import type { Services } from './services'
import { createArchive } from './store/createArchive'
import { openArchive } from './store/openArchive'
import type { Archive } from './store/types'

export interface AppOptions {
  /** Folder of the archive. */
  readonly archive: string
  /** Makes the archive where there is none. */
  readonly create?: boolean | undefined
  /** `read` takes no lock and writes no byte. */
  readonly mode?: 'write' | 'read' | undefined
  /** Folder of the pack that a new archive starts with. */
  readonly bundledPack?: string | undefined
  readonly clock?: Clock | undefined
  /** Who does what is done, for the chains of custody. */
  readonly actor?: string | undefined
  readonly version: string
  readonly startParser: StartParser
  /** Path of the built search worker. */
  readonly searchWorker: string
  /** Path behind a token that a host gave out. */
  readonly resolveToken: (token: string) => Promise<string | undefined>
  readonly onJob?: ((job: JobState) => void) | undefined
  readonly log: (line: string) => void
}

export interface App extends Services {
  /** To be bound by an adapter: message port, WebSocket, or direct. */
  readonly router: ArchiveRouter
  readonly close: () => Promise<void>
}

const openOrCreate = async (
  { archive, create, mode = 'write' }: AppOptions,
  clock: Clock,
): Promise<Archive> => {
  try {
    return await openArchive(archive, { clock, mode })
  } catch (error) {
    if (create && error instanceof CuttingsError && error.code === 'archive-missing')
      return createArchive(archive, { clock, mode })
    throw error
  }
}

/** The composition root: opens the archive and puts everything together around it. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { clock = systemClock, actor = 'user', startParser, searchWorker, log } = options
  const archive = await openOrCreate(options, clock)
  const parser = createParser({ startParser })
  const search = createSearchService({
    workerPath: searchWorker,
    cataloguePath: archive.catalogue.path,
    folder: join(archive.folder, 'derived', 'index'),
  })
  const { services, report, close } = createServices({ ...options, archive, search, parser, clock, actor })
  const os = createImplementer({
    readOnly: archive.readOnly,
    refuseWrites,
    mustBeThere: async () => {
      if (!(await isArchiveThere(archive.folder))) throw new CuttingsError('archive-gone')
    },
    report,
  })
  if (options.bundledPack !== undefined) await importBundledPack(options.bundledPack, services, log)
  return {
    ...services,
    router: createRouter(os, services),
    close: async () => {
      await close()
      await Promise.all([search.close(), parser.close()])
      await archive.close()
    },
  }
}

/** The contract without a wire in between, for the command line. */
export const createDirectClient = ({ router }: Pick<App, 'router'>): ArchiveClient =>
  createRouterClient(router)
