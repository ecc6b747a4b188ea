import type { Shard } from '../shard'
import type { Groups } from './groups'

/** A shard as a merge reads it: a query needs less. */
export interface MergeSource extends Shard {
  /** Terms in the order of their words, by code units. */
  readonly sortedTerms: () => ArrayLike<number>
  readonly stems: () => Groups
  readonly keys: () => Groups
}
