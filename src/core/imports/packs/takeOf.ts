import type { Id, Sha256 } from '#shared/model/scalars'
import { digestOf } from '../../records/digest'
import type { Taking } from '../types'
import type { Conflict, Take } from './comparePack'

const wantedBy = (taking: Taking): Take => {
  if (taking === 'none') return () => false
  if (taking === 'all') return () => true
  if (taking === 'ahead') return ({ lineage }) => lineage === 'ahead'
  const chosen = new Set(taking)
  return ({ held }) => chosen.has(held.id)
}

/**
 * What the user decided of the conflicts of a pack, for each of them. It holds of what they were shown (`shown`, by the digest
 * of what was held then): what was edited since stays.
 */
export const takeOf = (taking: Taking, shown: ReadonlyMap<Id, Sha256>): Take => {
  const isWanted = wantedBy(taking)
  return (conflict: Conflict) => isWanted(conflict) && shown.get(conflict.held.id) === digestOf(conflict.held)
}
