import type { Event } from '#shared/model/event'
import { digestOf } from '../../records/digest'

/**
 * How a record in a pack stands to the one that is held, by their chains of custody. `ahead`: the pack's chain goes on from
 * the one that is held; `behind`: it is the beginning of that; `apart`: both went on from the same link; `unknown`: they have
 * no link in common, as where the pack carries no chain.
 */
export type Lineage = 'ahead' | 'behind' | 'apart' | 'unknown'

export const lineageOf = (held: readonly Event[], theirs: readonly Event[]): Lineage => {
  const parted = theirs.findIndex((event, index) => {
    const own = held[index]
    return own === undefined || digestOf(own) !== digestOf(event)
  })
  if (theirs.length === 0 || parted === 0) return 'unknown'
  if (parted === -1) return 'behind'
  return parted === held.length ? 'ahead' : 'apart'
}
