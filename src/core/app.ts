import { join } from 'node:path'
import type { JobState } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { assembleApp, type App } from './assembleApp'
import { createLazySearch } from './createLazySearch'
import { createBibliographer } from './exporters/csl/createBibliographer'
import { createCiter } from './exporters/csl/createCiter'
import { importBundledPack } from './imports/packs/importBundledPack'
import { createParser } from './parsing/createParser'
import type { StartParser } from './parsing/types'
import { systemClock, type Clock } from './records/clock'
import { createSearchService } from './search/createSearchService'
import type { SearchService } from './search/types'
import { createArchive } from './store/createArchive'
import { openArchive } from './store/openArchive'
import { restoreBackup } from './store/restoreBackup'
import type { Archive } from './store/types'

export interface AppOptions {
  /** Folder of the archive. */
  readonly archive: string
  /** Makes the archive where there is none. */
  readonly create?: boolean | undefined
  /** `read` takes no lock and writes no byte. */
  readonly mode?: 'write' | 'read' | undefined
  /** Takes the lock of another machine, on the user's word. */
  readonly takeLock?: boolean | undefined
  /** Puts this copy in the place of the catalogue first, on the user's word. */
  readonly restore?: string | undefined
  /** Folder of the pack that a new archive starts with. */
  readonly bundledPack?: string | undefined
  readonly clock?: Clock | undefined
  readonly actor?: string | undefined
  readonly version: string
  readonly startParser: StartParser
  /** Path of the built search worker. */
  readonly searchWorker: string
  /** Path of the built bibliography worker. */
  readonly bibliographyWorker: string
  /** Where this user's keys are kept: beside the host's settings, never in an archive. */
  readonly keysFolder: string
  /** Starts the search with the first question, for a process that may never ask one. */
  readonly searchOnDemand?: boolean | undefined
  /** Path behind a token that a host gave out. */
  readonly resolveToken: (token: string) => Promise<string | undefined>
  readonly onJob?: ((job: JobState) => void) | undefined
  readonly log: (line: string) => void
}

const openOrCreate = async (
  { archive, create, mode = 'write', takeLock = false }: AppOptions,
  clock: Clock,
): Promise<Archive> => {
  try {
    return await openArchive(archive, { clock, mode, takeLock })
  } catch (error) {
    if (create && error instanceof CuttingsError && error.code === 'archive-missing')
      return createArchive(archive, { clock, mode })
    throw error
  }
}

/** The composition root: opens the archive and puts everything together around it. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { clock = systemClock, actor = 'user', startParser, searchWorker, log } = options
  if (options.restore !== undefined)
    await restoreBackup(options.archive, options.restore, { clock, takeLock: options.takeLock ?? false })
  const archive = await openOrCreate(options, clock)
  const parser = createParser({ startParser })
  const pictureParser = createParser({ startParser })
  const bibliographer = createBibliographer({ workerPath: options.bibliographyWorker })
  const citer = createCiter({ workerPath: options.bibliographyWorker })
  const startSearch = (): SearchService =>
    createSearchService({
      workerPath: searchWorker,
      cataloguePath: archive.catalogue.path,
      folder: join(archive.layout.derived, 'index'),
      writable: archive.writable,
    })
  const search = options.searchOnDemand
    ? createLazySearch(startSearch, () => archive.catalogue.countItems())
    : startSearch()
  const app = assembleApp({
    ...options,
    archive,
    search,
    parser,
    pictureParser,
    bibliographer,
    citer,
    clock,
    actor,
  })
  if (options.bundledPack !== undefined) await importBundledPack(options.bundledPack, app, log)
  return app
}
