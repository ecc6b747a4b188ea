import { packDisk } from '../exporters/pack/packDisk'
import type { Jobs } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { SearchService } from '../search/types'
import type { Archive } from '../store/types'
import { createAskSearch } from './createAskSearch'
import { createSavedSearches, type SavedSearches } from './createSavedSearches'
import { createTableExports, type TableExports } from './createTableExports'
import { createQueryLists, type QueryLists } from './lists/createQueryLists'
import type { AskSearch } from './types'

/** What is made of searches beyond their answers: kept under a name, run by the list, written as a table. */
export interface Searches {
  readonly ask: AskSearch
  readonly saved: SavedSearches
  readonly lists: QueryLists
  readonly tables: TableExports
}

export const createSearches = (deps: {
  readonly archive: Archive
  readonly search: SearchService
  readonly jobs: Jobs
  readonly clock: Clock
  readonly actor: string
  readonly committed: () => void
  readonly log: (line: string) => void
}): Searches => {
  const { archive, search, jobs } = deps
  const ask = createAskSearch(search)
  return {
    ask,
    saved: createSavedSearches({ ...deps, catalogue: archive.catalogue, ask }),
    lists: createQueryLists({ ask, search, jobs }),
    tables: createTableExports({ archiveId: archive.id, ask, search, jobs, disk: packDisk }),
  }
}
