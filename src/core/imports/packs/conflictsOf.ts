import type { PackConflict } from '#shared/contract/packConflict'
import type { Id, Sha256 } from '#shared/model/scalars'
import { compareRecords } from '../../exporters/sealing/difference/compareRecordSets'
import { createPauses } from '../../jobs/createPauses'
import { digestOf } from '../../records/digest'
import type { ComparedRecord } from './comparePack'

/** What differs: of what can be taken, what would be different once it is. */
const conflictOf = ({ record, conflict }: ComparedRecord): PackConflict | undefined => {
  if (!conflict) return undefined
  const { held, lineage, takes } = conflict
  const difference = compareRecords(held, takes ?? record)
  if (!difference) return undefined
  const { kind, id, title, fields, passages, citations } = difference
  return {
    kind,
    id,
    title,
    fields,
    lineage,
    passages: passages.length,
    citations: citations.added.length + citations.removed.length,
    takeable: takes !== undefined,
  }
}

/** Records of which a pack and the archive say different things, and what differs, for the user to decide. */
export const conflictsOf = async (
  compared: readonly ComparedRecord[],
  signal: AbortSignal,
): Promise<readonly PackConflict[]> => {
  const pause = createPauses(signal)
  const conflicts: PackConflict[] = []
  for (const one of compared) {
    const conflict = conflictOf(one)
    if (conflict) conflicts.push(conflict)
    await pause()
  }
  return conflicts
}

/** What is held of the records that can be taken, by its digest: the user's word is of that alone. */
export const heldDigests = (compared: readonly ComparedRecord[]): ReadonlyMap<Id, Sha256> =>
  new Map(
    compared.flatMap(({ conflict }) =>
      conflict?.takes ? [[conflict.held.id, digestOf(conflict.held)] as const] : [],
    ),
  )
