import type { DuplicateMember } from '#shared/contract/duplicates'
import type { Catalogue } from '../store/types'
import { memberOf } from './memberOf'
import type { AlikeGroup } from './types'

/** The members of a group that are still there. */
export const membersOf = (catalogue: Catalogue, members: AlikeGroup['members']): DuplicateMember[] =>
  members.map((member) => memberOf(catalogue, member)).filter((member) => member !== undefined)
