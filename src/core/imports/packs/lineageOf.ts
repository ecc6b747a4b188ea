import type { Event } from '#shared/model/event'
import type { Sha256 } from '#shared/model/scalars'
import { digestOf } from '../../records/digest'

/**
 * How a record in a pack stands to the one that is held. `ahead`: the pack's chain of custody goes on from the one that is
 * held; `behind`: it is as the record was here before; `apart`: both went on from the same link; `unknown`: they have no link
 * in common, as where the pack carries no chain.
 */
export type Lineage = 'ahead' | 'behind' | 'apart' | 'unknown'

const lineageOfChains = (held: readonly Event[], theirs: readonly Event[]): Lineage => {
  const parted = theirs.findIndex((event, index) => {
    const own = held[index]
    return own === undefined || digestOf(own) !== digestOf(event)
  })
  if (theirs.length === 0 || parted === 0) return 'unknown'
  if (parted === -1) return 'behind'
  return parted === held.length ? 'ahead' : 'apart'
}

/** By both chains; where they tell nothing, by the digest of the pack's record, which is that of what was held here before. */
export const lineageOf = (held: readonly Event[], theirs: readonly Event[], digest: Sha256): Lineage => {
  // A chain says what its record is; one that says something else tells nothing.
  const lineage = theirs.at(-1)?.digest === digest ? lineageOfChains(held, theirs) : 'unknown'
  if (lineage !== 'unknown') return lineage
  return held.slice(0, -1).some((event) => event.digest === digest) ? 'behind' : lineage
}
