import type { Router } from '@orpc/server'
import type { ArchiveContract } from '#shared/contract/archive'
import type { Services } from '../services'
import { articleHandlers } from './articles'
import { claimHandlers, confirmingHandlers, noteHandlers } from './claims'
import type { ArchiveImplementer } from './createImplementer'
import { duplicateHandlers } from './duplicates'
import { filingHandlers } from './filing'
import { jobHandlers } from './jobs'
import { keyHandlers } from './keys'
import { libraryHandlers } from './library'
import { quoteHandlers } from './quotes'
import { overviewHandlers } from './overviews'
import { citationHandlers, eventHandlers, photoHandlers, recordHandlers } from './records'
import { referenceHandlers } from './references'
import { searchHandlers } from './search'
import { searchesHandlers } from './searches'
import { supportHandlers } from './support'
import { sourceHandlers } from './sources'
import { trashHandlers } from './trash'
import { exportHandlers, importHandlers, verifyHandlers } from './work'

/** Named, because what the compiler infers is longer than it can write down. */
export type ArchiveRouter = Router<ArchiveContract, Record<never, never>>

/** Every operation of the contract; the compiler asks for each. */
export const createRouter = (os: ArchiveImplementer, services: Services): ArchiveRouter =>
  os.router({
    library: libraryHandlers(os, services),
    articles: articleHandlers(os, services),
    photos: photoHandlers(os, services),
    references: referenceHandlers(os, services),
    sources: sourceHandlers(os, services),
    citations: { ...citationHandlers(os, services), ...confirmingHandlers(os, services) },
    claims: claimHandlers(os, services),
    notes: noteHandlers(os, services),
    records: recordHandlers(os, services),
    events: eventHandlers(os, services),
    quotes: quoteHandlers(os, services),
    support: supportHandlers(os, services),
    search: searchHandlers(os, services),
    searches: searchesHandlers(os, services),
    imports: importHandlers(os, services),
    exports: exportHandlers(os, services),
    verify: verifyHandlers(os, services),
    duplicates: duplicateHandlers(os, services),
    overviews: overviewHandlers(os, services),
    filing: filingHandlers(os, services),
    trash: trashHandlers(os, services),
    jobs: jobHandlers(os, services),
    keys: keyHandlers(os, services),
  })
