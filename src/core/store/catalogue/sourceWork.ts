import type { Id } from '#shared/model/scalars'
import { CuttingsError } from '#shared/errors'
import type { Database } from '../database/types'
import type { SourceChange } from '../types'
import { foldName } from './foldName'
import { articlesCiting, articlesHolding, type Target } from './repointing'
import { readSourceStep, type SourceStepRow, type StepBody } from './sourceHistory'

/** Which articles a change of sources goes through, and which source their citations are to name. */
export interface SourceWork {
  readonly articleIds: readonly Id[]
  readonly target: Target
}

const distinct = (ids: readonly Id[]): Id[] => [...new Set(ids)]

/** Reads only: the same is read again when the change is stored. */
export const workOf = (db: Database, change: SourceChange): SourceWork => {
  switch (change.deed) {
    case 'edit':
      return { articleIds: [], target: () => undefined }
    case 'merge': {
      const removed = new Set(change.removedIds)
      return {
        articleIds: distinct([...removed].flatMap((id) => articlesCiting(db, id))),
        target: ({ sourceId }) =>
          sourceId !== undefined && removed.has(sourceId) ? change.keptId : undefined,
      }
    }
    case 'split': {
      const madeFor = new Map(change.made.map(({ id, alias }) => [foldName(alias), id]))
      return {
        articleIds: articlesCiting(db, change.sourceId),
        target: ({ sourceId, literal }) =>
          sourceId === change.sourceId && literal !== undefined ? madeFor.get(foldName(literal)) : undefined,
      }
    }
  }
}

/** The way back. What a merge moved goes back one by one; all that names what a split made names again what it was. */
export const workBack = (db: Database, step: SourceStepRow & StepBody): SourceWork => {
  if (step.deed === 'split') {
    const made = new Set(step.otherIds)
    return {
      articleIds: distinct(step.otherIds.flatMap((id) => articlesCiting(db, id))),
      target: ({ sourceId }) => (sourceId !== undefined && made.has(sourceId) ? step.sourceId : undefined),
    }
  }
  const former = new Map(
    Object.entries(step.moved).flatMap(([from, pointers]) => pointers.map((pointer) => [pointer, from])),
  )
  return {
    articleIds: articlesHolding(db, [...former.keys()]),
    target: ({ id, sourceId }) => (sourceId === step.sourceId ? former.get(id) : undefined),
  }
}

/** The same by the id of the step; throws `not-found` where there is nothing to undo. */
export const workToUndo = (db: Database, id: Id): SourceWork => {
  const step = readSourceStep(db, id)
  if (!step || step.undoneAt !== undefined) throw new CuttingsError('not-found', { what: 'step' })
  return workBack(db, step)
}
