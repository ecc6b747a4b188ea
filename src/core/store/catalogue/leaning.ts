import type { Claim } from '#shared/model/claim'
import type { Reference } from '#shared/model/reference'
import type { Id } from '#shared/model/scalars'
import type { Database } from '../database/types'
import { commitRecord } from './commitChange'
import { readRecord } from './readRecords'
import type { Moved, Target } from './repointing'

/** References of a source, and claims with evidence that names it. */
const leaningOn = (db: Database, sourceId: Id): (Reference | Claim)[] =>
  db
    .all<{ id: Id }>(
      `SELECT id FROM record WHERE source_id = ?
       UNION SELECT id FROM record WHERE kind = 'claim' AND instr(body, ?) > 0 ORDER BY 1`,
      sourceId,
      sourceId,
    )
    .map(({ id }) => readRecord(db, id))
    .filter((record) => record?.kind === 'reference' || record?.kind === 'claim')

const repointed = (record: Reference | Claim, target: Target): { to: Reference | Claim; moved: Moved[] } => {
  const moved: Moved[] = []
  const move = <P extends { readonly id: Id; readonly sourceId?: Id | undefined }>(pointer: P): P => {
    const to = target({ id: pointer.id, sourceId: pointer.sourceId })
    if (to === undefined || pointer.sourceId === undefined || to === pointer.sourceId) return pointer
    moved.push({ id: pointer.id, from: pointer.sourceId, to })
    return { ...pointer, sourceId: to }
  }
  const to = record.kind === 'reference' ? move(record) : { ...record, evidence: record.evidence.map(move) }
  return { to, moved }
}

/** Lets what leans on a source besides citations name another one, in a transaction of the caller. */
export const repointLeaning = (
  db: Database,
  sourceId: Id,
  target: Target,
  { at, actor }: { readonly at: string; readonly actor: string },
): Moved[] =>
  leaningOn(db, sourceId).flatMap((record) => {
    const { to, moved } = repointed(record, target)
    if (moved.length > 0) commitRecord(db, { change: { action: 'edit', actor }, record: to, at })
    return moved
  })
