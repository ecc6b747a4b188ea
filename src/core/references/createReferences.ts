import type { Citer } from '../exporters/csl/createCiter'
import type { Jobs } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { SearchService } from '../search/types'
import type { Archive } from '../store/types'
import { createAddedStyles, type AddedStyles } from './createAddedStyles'
import { createCiting, type Citing } from './createCiting'
import { createCompletion, type Completion } from './createCompletion'
import { createEditing, type Editing } from './createEditing'
import { createListExports, type ListExports } from './createListExports'

/** What is done with references beyond keeping them: edited, cited in a style, written as a list. */
export interface References {
  readonly editing: Editing
  readonly completion: Completion
  readonly styles: AddedStyles
  readonly citing: Citing
  readonly lists: ListExports
}

export const createReferences = (deps: {
  readonly archive: Archive
  readonly search: SearchService
  readonly jobs: Jobs
  readonly citer: Citer
  readonly clock: Clock
  readonly actor: string
  readonly committed: () => void
}): References => {
  const { archive, citer } = deps
  const { catalogue } = archive
  const styles = createAddedStyles(archive.folder, citer)
  return {
    editing: createEditing({ ...deps, catalogue }),
    completion: createCompletion(catalogue),
    styles,
    citing: createCiting(citer, styles),
    lists: createListExports({ ...deps, catalogue }),
  }
}
