import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { duplicates } from './duplicates'
import { jobs } from './jobs'
import { library } from './library'
import { articles, citations, events, photos, records, sources } from './records'
import { references } from './references'
import { search } from './search'
import { searches } from './searches'
import { exports, imports, verify } from './work'

/** Named, because the compiler cannot write down what it infers: it is too long. */
export type ArchiveContract = {
  readonly library: typeof library
  readonly articles: typeof articles
  readonly photos: typeof photos
  readonly references: typeof references
  readonly sources: typeof sources
  readonly citations: typeof citations
  readonly records: typeof records
  readonly events: typeof events
  readonly search: typeof search
  readonly searches: typeof searches
  readonly imports: typeof imports
  readonly exports: typeof exports
  readonly verify: typeof verify
  readonly duplicates: typeof duplicates
  readonly jobs: typeof jobs
}

/** Everything that the core does, once; each host binds it by an adapter. */
export const archiveContract: ArchiveContract = {
  library,
  articles,
  photos,
  references,
  sources,
  citations,
  records,
  events,
  search,
  searches,
  imports,
  exports,
  verify,
  duplicates,
  jobs,
}

export type ArchiveClient = ContractRouterClient<ArchiveContract>
export type ArchiveOutputs = InferContractRouterOutputs<ArchiveContract>
