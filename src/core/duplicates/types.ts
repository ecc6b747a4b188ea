import type { DuplicateKind, DuplicateReason } from '#shared/contract/duplicates'
import type { Id } from '#shared/model/scalars'

export interface AlikeMember {
  readonly id: Id
  /** With the first of the group, 0 to 1. */
  readonly likeness: number
}

/** Items that are nearly the same as the first of them. An item stands in one group at most. */
export interface AlikeGroup {
  readonly kind: DuplicateKind
  readonly reason: DuplicateReason
  readonly members: readonly AlikeMember[]
}

/** Whether two items were said not to be the same. */
export type AreDifferent = (first: Id, second: Id) => boolean
