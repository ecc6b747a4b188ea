import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { duplicates } from './duplicates'
import { jobs } from './jobs'
import { keys } from './keys'
import { library } from './library'
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
  records,
  events,
  search,
  searches,
  imports,
  exports,
  verify,
  duplicates,
  jobs,
  keys,
}

export type ArchiveContract = typeof archiveContract
export type ArchiveClient = ContractRouterClient<ArchiveContract>
export type ArchiveOutputs = InferContractRouterOutputs<ArchiveContract>
