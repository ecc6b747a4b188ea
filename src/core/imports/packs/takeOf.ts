import type { Taking } from '../types'
import type { Take } from './comparePack'

/** What the user decided of the conflicts of a pack, for each of them. */
export const takeOf = (taking: Taking): Take => {
  if (taking === 'none') return () => false
  if (taking === 'all') return () => true
  if (taking === 'ahead') return (_, lineage) => lineage === 'ahead'
  const chosen = new Set(taking)
  return (id) => chosen.has(id)
}
