import type { Posting, Shard } from '../shard'
import type { Groups } from './groups'

/** A shard as a merge reads it: a query needs less. */
export interface MergeSource extends Shard {
  /** Terms in the order of their words, by code units. */
  readonly sortedTerms: () => ArrayLike<number>
  /** Its entries and their positions at once; may be views as those are. */
  readonly posting: (term: number) => Posting
  readonly stems: () => Groups
  readonly keys: () => Groups
}
