import type { PackConflict } from '#shared/contract/packConflict'
import { compareRecords } from '../../exporters/sealing/difference/compareRecordSets'
import type { ComparedRecord } from './comparePack'

/** Records of which a pack and the archive say different things, and what differs, for the user to decide. */
export const conflictsOf = (compared: readonly ComparedRecord[]): readonly PackConflict[] =>
  compared.flatMap(({ record, conflict }) => {
    if (!conflict) return []
    const { held, lineage, takes } = conflict
    const difference = compareRecords(held, record)
    if (!difference) return []
    const { kind, id, title, fields, passages, citations } = difference
    return [
      {
        kind,
        id,
        title,
        fields,
        lineage,
        passages: passages.length,
        citations: citations.added.length + citations.removed.length,
        takeable: takes !== undefined,
      },
    ]
  })
