import type { Source } from '#shared/model/citation'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { isDestroyed } from './destroyed'
import { hasSourceSteps } from './olderFormats'
import type { Moved } from '../sourceTypes'

export type SourceDeed = 'edit' | 'merge' | 'split'

/** One thing that was done to a source, as the history shows it. */
export interface SourceStepRow {
  readonly seq: number
  readonly id: Id
  readonly deed: SourceDeed
  /** What was edited, kept by a merge, or split. */
  readonly sourceId: Id
  /** What a merge removed, or a split made. */
  readonly otherIds: readonly Id[]
  readonly undoneAt?: string
}

/** What was done in one go. */
export interface SourceStep {
  readonly id: Id
  readonly at: string
  readonly actor: string
  readonly deed: SourceDeed
  readonly rows: readonly SourceStepRow[]
}

/** What it takes to undo one. */
export interface StepBody {
  readonly before: Source
  /** Digest of the source as the step left it. */
  readonly after: Sha256
  /** For each source that was named otherwise before: what named it (citations, references, evidence). */
  readonly moved: Readonly<Record<Id, readonly Id[]>>
}

interface StoredRow {
  readonly seq: number
  readonly id: Id
  readonly deed: SourceDeed
  readonly source_id: Id
  readonly others: string
  readonly undone_at: string | null
}

const columns = 'seq, id, deed, source_id, others, undone_at'

const toRow = ({ source_id: sourceId, others, undone_at: undoneAt, ...row }: StoredRow): SourceStepRow => ({
  ...row,
  sourceId,
  otherIds: JSON.parse(others) as Id[],
  ...(undoneAt === null ? {} : { undoneAt }),
})

export const readSourceStep = (db: Database, id: Id): (SourceStepRow & StepBody) | undefined => {
  const stored = db.get<StoredRow & { body: string }>(
    `SELECT ${columns}, body FROM source_step WHERE id = ?`,
    id,
  )
  if (!stored) return undefined
  const { body, ...row } = stored
  return { ...toRow(row), ...(JSON.parse(body) as StepBody) }
}

/** Whether nothing was done since to any source that it touched, and none of them was destroyed. */
export const canUndoSourceStep = (
  db: Database,
  { seq, sourceId, otherIds, undoneAt }: SourceStepRow,
): boolean =>
  undoneAt === undefined &&
  ![sourceId, ...otherIds].some((id) => isDestroyed(db, id)) &&
  db.get(
    `SELECT 1 AS found FROM source_step_source JOIN source_step ON source_step.seq = source_step_source.seq
      WHERE source_step_source.source_id IN (SELECT value FROM json_each(?))
        AND source_step_source.seq > ? AND source_step.undone_at IS NULL LIMIT 1`,
    JSON.stringify([sourceId, ...otherIds]),
    seq,
  ) === undefined

/** Of all that was done in one go, or of the one thing that is named: what is not undone, the last first. */
export const sourceStepsToUndo = (db: Database, id: Id): Id[] =>
  hasSourceSteps(db)
    ? db
        .all<{
          id: Id
        }>(
          'SELECT id FROM source_step WHERE (id = ? OR step_id = ?) AND undone_at IS NULL ORDER BY seq DESC',
          id,
          id,
        )
        .map((row) => row.id)
    : []

export interface NewStep {
  readonly id: Id
  readonly stepId: Id
  readonly at: string
  readonly actor: string
  readonly deed: SourceDeed
  readonly before: Source
  readonly after: Sha256
  readonly otherIds: readonly Id[]
  readonly moved: readonly Moved[]
}

const byFormer = (moved: readonly Moved[]): Record<Id, Id[]> => {
  const former: Record<Id, Id[]> = {}
  for (const { id, from } of moved) (former[from] ??= []).push(id)
  return former
}

export const storeSourceStep = (db: Database, step: NewStep): void => {
  const { before, after, otherIds } = step
  const body: StepBody = { before, after, moved: byFormer(step.moved) }
  db.run(
    `INSERT INTO source_step (id, step_id, at, actor, deed, source_id, others, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    step.id,
    step.stepId,
    step.at,
    step.actor,
    step.deed,
    before.id,
    JSON.stringify(otherIds),
    JSON.stringify(body),
  )
  for (const sourceId of [before.id, ...otherIds])
    db.run(
      'INSERT INTO source_step_source (source_id, seq) SELECT ?, seq FROM source_step WHERE id = ?',
      sourceId,
      step.id,
    )
}

/** Steps, the newest first. */
export const readSourceSteps = (
  db: Database,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { total: number; steps: SourceStep[] } => {
  if (!hasSourceSteps(db)) return { total: 0, steps: [] }
  const total = db.get<{ n: number }>('SELECT count(DISTINCT step_id) AS n FROM source_step')?.n ?? 0
  const steps = db.all<Omit<SourceStep, 'rows'>>(
    `SELECT step_id AS id, min(at) AS at, min(actor) AS actor, min(deed) AS deed FROM source_step
      GROUP BY step_id ORDER BY max(seq) DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  )
  return {
    total,
    steps: steps.map((step) => ({
      ...step,
      rows: db
        .all<StoredRow>(`SELECT ${columns} FROM source_step WHERE step_id = ? ORDER BY seq`, step.id)
        .map(toRow),
    })),
  }
}
