import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { claims } from './claims'
import { duplicates } from './duplicates'
import { jobs } from './jobs'
import { library } from './library'
import { quotes } from './quotes'
import { notes } from './notes'
import { articles, citations, events, photos, records, references, sources } from './records'
import { search } from './search'
import { searches } from './searches'
import { exports, imports, verify } from './work'

/**
 * Everything that the core does, once; each host binds it by an adapter. The areas are named in the type as well: inferred,
 * it is longer than the compiler can write down.
 */
export const archiveContract: {
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
  readonly search: typeof search
  readonly searches: typeof searches
  readonly imports: typeof imports
  readonly exports: typeof exports
  readonly verify: typeof verify
  readonly duplicates: typeof duplicates
  readonly jobs: typeof jobs
} = {
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
  search,
  searches,
  imports,
  exports,
  verify,
  duplicates,
  jobs,
}

export type ArchiveContract = typeof archiveContract
export type ArchiveClient = ContractRouterClient<ArchiveContract>
export type ArchiveOutputs = InferContractRouterOutputs<ArchiveContract>
