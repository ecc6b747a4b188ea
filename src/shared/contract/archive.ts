import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { claims } from './claims'
import { duplicates } from './duplicates'
import { filing } from './filing'
import { jobs } from './jobs'
import { keys } from './keys'
import { library } from './library'
import { notes } from './notes'
import { quotes } from './quotes'
import { overviews } from './overviews'
import { articles, citations, events, photos, records } from './records'
import { references } from './references'
import { search } from './search'
import { searches } from './searches'
import { sources } from './sources'
import { support } from './support'
import { trash } from './trash'
import { exports, imports, verify } from './work'

/** Written out area by area: as one inferred type it is longer than the compiler can write down. */
export type ArchiveContract = {
  readonly library: typeof library
  readonly articles: typeof articles
  readonly photos: typeof photos
  readonly references: typeof references
  readonly sources: typeof sources
  readonly citations: typeof citations
  readonly claims: typeof claims
  readonly notes: typeof notes
  readonly records: typeof records
  readonly events: typeof events
  readonly quotes: typeof quotes
  readonly overviews: typeof overviews
  readonly support: typeof support
  readonly search: typeof search
  readonly searches: typeof searches
  readonly imports: typeof imports
  readonly exports: typeof exports
  readonly verify: typeof verify
  readonly duplicates: typeof duplicates
  readonly filing: typeof filing
  readonly trash: typeof trash
  readonly jobs: typeof jobs
  readonly keys: typeof keys
}

/** Everything that the core does, once; each host binds it by an adapter. */
export const archiveContract: ArchiveContract = {
  library,
  articles,
  photos,
  references,
  sources,
  citations,
  claims,
  notes,
  records,
  events,
  quotes,
  support,
  search,
  searches,
  imports,
  exports,
  verify,
  duplicates,
  overviews,
  filing,
  trash,
  jobs,
  keys,
}

export type ArchiveClient = ContractRouterClient<ArchiveContract>
export type ArchiveOutputs = InferContractRouterOutputs<ArchiveContract>
