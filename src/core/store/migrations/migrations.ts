import { bearing } from './bearing'
import { fingerprints } from './fingerprints'
import { firstSchema } from './firstSchema'
import { lateOriginals } from './lateOriginals'
import { removals } from './removals'
import { savedSearches } from './savedSearches'
import { sourceSteps } from './sourceSteps'
import { trash } from './trash'
import type { Migration } from './types'

/** In order; the number of the last is the archive's format. */
export const migrations: readonly Migration[] = [
  firstSchema,
  fingerprints,
  removals,
  savedSearches,
  bearing,
  sourceSteps,
  trash,
  lateOriginals,
]
