import type { Id } from '#shared/model/scalars'
import type { AreDifferent } from './types'

/** `sets`: for each item the sets in which it was said to be different from the others. */
export const areDifferentBy =
  (sets: ReadonlyMap<Id, ReadonlySet<Id>>): AreDifferent =>
  (first, second) => {
    const other = sets.get(second)
    return other !== undefined && [...(sets.get(first) ?? [])].some((set) => other.has(set))
  }
