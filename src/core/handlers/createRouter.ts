import type { Services } from '../services'
import { articleHandlers } from './articles'
import type { ArchiveImplementer } from './createImplementer'
import { duplicateHandlers } from './duplicates'
import { jobHandlers } from './jobs'
import { libraryHandlers } from './library'
import {
  citationHandlers,
  eventHandlers,
  photoHandlers,
  recordHandlers,
  referenceHandlers,
  sourceHandlers,
} from './records'
import { searchHandlers } from './search'
import { exportHandlers, importHandlers, verifyHandlers } from './work'

/** Every operation of the contract; the compiler asks for each. */
export const createRouter = (os: ArchiveImplementer, services: Services) =>
  os.router({
    library: libraryHandlers(os, services),
    articles: articleHandlers(os, services),
    photos: photoHandlers(os, services),
    references: referenceHandlers(os, services),
    sources: sourceHandlers(os, services),
    citations: citationHandlers(os, services),
    records: recordHandlers(os, services),
    events: eventHandlers(os, services),
    search: searchHandlers(os, services),
    imports: importHandlers(os, services),
    exports: exportHandlers(os, services),
    verify: verifyHandlers(os, services),
    duplicates: duplicateHandlers(os, services),
    jobs: jobHandlers(os, services),
  })

export type ArchiveRouter = ReturnType<typeof createRouter>
