import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { claims } from './claims'
import { duplicates } from './duplicates'
import { jobs } from './jobs'
import { library } from './library'
import { notes } from './notes'
import { articles, citations, events, photos, records, references, sources } from './records'
import { search } from './search'
import { searches } from './searches'
import { exports, imports, verify } from './work'

/** Everything that the core does, once; each host binds it by an adapter. */
export const archiveContract = {
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
