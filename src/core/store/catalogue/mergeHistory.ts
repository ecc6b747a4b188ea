import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { isDestroyed } from './destroyed'
import { hasTrash } from './olderFormats'

/** Tags and collections that a merge gave to the article that was kept. */
export interface Added {
  readonly tags: readonly string[]
  readonly collections: readonly string[]
}

export interface MergeRow {
  readonly seq: number
  readonly id: Id
  readonly keptId: Id
  readonly removedIds: readonly Id[]
  readonly added: Added
  readonly undoneAt?: string
}

/** What was merged in one go, as the history shows it. */
export interface MergeStep {
  readonly id: Id
  readonly at: string
  readonly actor: string
  readonly rule?: string
  readonly merges: readonly MergeRow[]
}

interface StoredMerge {
  readonly seq: number
  readonly id: Id
  readonly kept_id: Id
  readonly members: string
  readonly added: string
  readonly undone_at: string | null
}

const columns = 'seq, id, kept_id, members, added, undone_at'

const toMerge = (stored: StoredMerge): MergeRow => ({
  seq: stored.seq,
  id: stored.id,
  keptId: stored.kept_id,
  removedIds: JSON.parse(stored.members) as Id[],
  added: JSON.parse(stored.added) as Added,
  ...(stored.undone_at === null ? {} : { undoneAt: stored.undone_at }),
})

export const readMerge = (db: Database, id: Id): MergeRow | undefined => {
  const stored = db.get<StoredMerge>(`SELECT ${columns} FROM merge WHERE id = ?`, id)
  return stored && toMerge(stored)
}

/** Whether all that it removed is in the trash still, and nothing was merged after it that rests on the item it kept. */
export const canUndo = (db: Database, { seq, keptId, removedIds, undoneAt }: MergeRow): boolean =>
  undoneAt === undefined &&
  !removedIds.some((id) => isDestroyed(db, id)) &&
  db.get(
    `SELECT 1 AS found FROM merge WHERE seq > ? AND undone_at IS NULL
        AND (kept_id = ? OR id = (SELECT merge_id FROM removed WHERE removed.id = ?)) LIMIT 1`,
    seq,
    keptId,
    keptId,
  ) === undefined

/** Ids of the merges of a step, or of the one merge that is named, the last first: the order in which they are undone. */
export const mergesToUndo = (db: Database, id: Id): Id[] =>
  db
    .all<{
      id: Id
    }>('SELECT id FROM merge WHERE (id = ? OR step_id = ?) AND undone_at IS NULL ORDER BY seq DESC', id, id)
    .map((row) => row.id)

interface StoredStep {
  readonly id: Id
  readonly at: string
  readonly actor: string
  readonly rule: string | null
}

/** Steps, the newest first. */
export const readSteps = (
  db: Database,
  offset: number,
  limit: number,
): { total: number; steps: MergeStep[] } => {
  if (!hasTrash(db)) return { total: 0, steps: [] }
  const total = db.get<{ n: number }>('SELECT count(DISTINCT step_id) AS n FROM merge')?.n ?? 0
  const steps = db.all<StoredStep>(
    `SELECT step_id AS id, min(at) AS at, min(actor) AS actor, min(rule) AS rule FROM merge
      GROUP BY step_id ORDER BY max(seq) DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  )
  return {
    total,
    steps: steps.map(({ rule, ...step }) => ({
      ...step,
      ...(rule === null ? {} : { rule }),
      merges: db
        .all<StoredMerge>(`SELECT ${columns} FROM merge WHERE step_id = ? ORDER BY seq`, step.id)
        .map(toMerge),
    })),
  }
}
