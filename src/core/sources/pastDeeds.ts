import type { SourceStep } from '#shared/contract/sources'
import type { Id } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import type { SourceStep as StoredStep, SourceStepRow } from '../store/catalogue/sourceHistory'
import type { Catalogue } from '../store/types'

/** Deeds of a step, and sources of a deed, that are named. */
const most = 20

const named = (catalogue: Catalogue, id: Id): { id: Id; name: string } => {
  const record = catalogue.record(id)
  return { id, name: record ? titleOf(record) : id }
}

const pastDeed = (catalogue: Catalogue, row: SourceStepRow): SourceStep['shown'][number] => ({
  id: row.id,
  source: named(catalogue, row.sourceId),
  others: row.otherIds.slice(0, most).map((id) => named(catalogue, id)),
  ...(row.undoneAt === undefined ? {} : { undoneAt: row.undoneAt }),
  undoable: catalogue.sources.canUndo(row),
})

/** A step as it is told: how much, and the first of it by name. */
export const pastDeeds = (catalogue: Catalogue, { rows, ...step }: StoredStep): SourceStep => ({
  ...step,
  sources: rows.length,
  others: rows.reduce((all, { otherIds }) => all + otherIds.length, 0),
  undone: rows.filter(({ undoneAt }) => undoneAt !== undefined).length,
  shown: rows.slice(0, most).map((row) => pastDeed(catalogue, row)),
})
