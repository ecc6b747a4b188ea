import { mergeRule, type MergeStep, type PastMerge } from '#shared/contract/duplicates'
import type { Id } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import type { MergeRow, MergeStep as StoredStep } from '../store/catalogue/mergeHistory'
import type { Catalogue } from '../store/types'

/** Merges of a step, and items of a merge, that are named. */
const most = 20

const named = (catalogue: Catalogue, id: Id): { id: Id; title: string } => {
  const record = catalogue.record(id)
  return { id, title: record ? titleOf(record) : id }
}

const pastMerge = (catalogue: Catalogue, merge: MergeRow): PastMerge => ({
  id: merge.id,
  kept: named(catalogue, merge.keptId),
  removed: merge.removedIds.slice(0, most).map((id) => named(catalogue, id)),
  ...(merge.undoneAt === undefined ? {} : { undoneAt: merge.undoneAt }),
  undoable: catalogue.duplicates.canUndo(merge),
})

/** A step as it is told: how much, and the first of it by name. */
export const pastStep = (catalogue: Catalogue, { merges, rule, ...step }: StoredStep): MergeStep => ({
  ...step,
  ...(rule === undefined ? {} : { rule: mergeRule.parse(rule) }),
  merges: merges.length,
  removed: merges.reduce((all, { removedIds }) => all + removedIds.length, 0),
  undone: merges.filter(({ undoneAt }) => undoneAt !== undefined).length,
  shown: merges.slice(0, most).map((merge) => pastMerge(catalogue, merge)),
})
