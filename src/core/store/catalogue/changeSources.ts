import { CuttingsError } from '#shared/errors'
import type { Source } from '#shared/model/citation'
import type { Id } from '#shared/model/scalars'
import { digestOf } from '../../records/digest'
import { editedSource, splitSource, unitedSource, withoutAliases } from '../../records/sourceShapes'
import type { Database } from '../database/types'
import type { Moved, Prepared, SourceChange, SourceWork } from '../sourceTypes'
import { commitRecord } from './commitChange'
import { isDestroyed } from './destroyed'
import { storeFact } from './facts'
import { foldName } from './foldName'
import { repointLeaning } from './leaning'
import { readRecord } from './readRecords'
import { readRemoval } from './removalOf'
import { removeRecord, restoreRecord } from './removals'
import { prepareRepointing, storeRepointing } from './repointing'
import { canUndoSourceStep, readSourceStep, storeSourceStep } from './sourceHistory'
import { workBack, workOf } from './sourceWork'
import { stillFits } from './stillFits'

interface Deed {
  readonly at: string
  readonly actor: string
}

/** A source that can be changed now; one that went to the trash meanwhile is not there. */
const liveSource = (db: Database, id: Id): Source => {
  const record = readRemoval(db, id) ? undefined : readRecord(db, id)
  if (record?.kind !== 'source') throw new CuttingsError('not-found', { what: 'source' })
  return record
}

const commit = (db: Database, record: Source, { at, actor }: Deed): void =>
  commitRecord(db, { change: { action: 'edit', actor }, record, at })

const repoint = (db: Database, work: SourceWork, prepared: Prepared, deed: Deed): Moved[] => {
  const moved: Moved[] = []
  for (const articleId of work.articleIds) {
    const ready = prepared.get(articleId)
    const repointing = ready && stillFits(db, ready) ? ready : prepareRepointing(db, articleId, work.target)
    if (!repointing) continue
    storeRepointing(db, repointing, deed)
    for (const { id, from, to } of repointing.moved) moved.push({ id, from, to })
  }
  return moved
}

interface Outcome {
  readonly before: Source
  readonly otherIds: readonly Id[]
  readonly citations: readonly Moved[]
  /** References, and evidence of claims. */
  readonly leaning: readonly Moved[]
}

const edit = (db: Database, change: SourceChange & { deed: 'edit' }, deed: Deed): Outcome => {
  const before = liveSource(db, change.sourceId)
  commit(db, editedSource(before, change.fields), deed)
  return { before, otherIds: [], citations: [], leaning: [] }
}

const merge = (
  db: Database,
  change: SourceChange & { deed: 'merge' },
  prepared: Prepared,
  deed: Deed,
): Outcome => {
  const before = liveSource(db, change.keptId)
  const others = [...new Set(change.removedIds)].map((id) => liveSource(db, id))
  if (others.length === 0 || others.some(({ id }) => id === before.id))
    throw new CuttingsError('bad-input', { reason: 'only different sources can be merged' })
  commit(db, unitedSource(before, others), deed)
  const work = workOf(db, change)
  const leaning = others.flatMap(({ id }) => repointLeaning(db, id, work.target, deed))
  const citations = repoint(db, work, prepared, deed)
  for (const record of others)
    removeRecord(db, record, { ...deed, merged: { mergeId: change.id, into: before.id } })
  return { before, otherIds: others.map(({ id }) => id), citations, leaning }
}

const split = (
  db: Database,
  change: SourceChange & { deed: 'split' },
  prepared: Prepared,
  deed: Deed,
): Outcome => {
  const before = liveSource(db, change.sourceId)
  const aliases = new Set(before.aliases.map(foldName))
  const lacking = change.made.find(({ alias }) => !aliases.has(foldName(alias)))
  if (lacking) throw new CuttingsError('no-such-alias', { alias: lacking.alias, title: before.name })
  const made = change.made.map(({ id, alias }) => splitSource(before, alias, id))
  for (const source of made) commit(db, source, deed)
  commit(
    db,
    withoutAliases(
      before,
      change.made.map(({ alias }) => alias),
    ),
    deed,
  )
  const citations = repoint(db, workOf(db, change), prepared, deed)
  return { before, otherIds: made.map(({ id }) => id), citations, leaning: [] }
}

const perform = (db: Database, change: SourceChange, prepared: Prepared, deed: Deed): Outcome => {
  switch (change.deed) {
    case 'edit':
      return edit(db, change, deed)
    case 'merge':
      return merge(db, change, prepared, deed)
    case 'split':
      return split(db, change, prepared, deed)
  }
}

/**
 * In one transaction: all of a change of sources, or nothing of it. Answers how many citations name another source since.
 * Throws `not-found` where one of the sources is not there any more, `no-such-alias` where what is to be split off is not
 * among its names.
 */
export const changeSources = (db: Database, change: SourceChange, at: string, prepared: Prepared): number =>
  db.transaction(() => {
    const { id, stepId, actor, deed } = change
    const { before, otherIds, citations, leaning } = perform(db, change, prepared, { at, actor })
    const after = digestOf(liveSource(db, before.id))
    if (after === digestOf(before) && otherIds.length === 0) return 0
    const moved = [...leaning, ...citations]
    storeSourceStep(db, { id, stepId, at, actor, deed, before, after, otherIds, moved })
    storeFact(db, 'lastSaved', at)
    return citations.length
  })

const restoreSource = (db: Database, id: Id, { at, actor }: Deed): void => {
  const record = readRecord(db, id)
  if (record?.kind !== 'source') throw new TypeError(`${id} was merged and is gone`)
  restoreRecord(db, record, at, actor)
}

/**
 * In one transaction: sources, citations, references and claims as they were before a step; answers how many sources came
 * back or went. Throws `not-found`, and `changed-since` where something that was done later has to be undone first.
 */
export const undoSourceStep = (db: Database, id: Id, deed: Deed, prepared: Prepared): number =>
  db.transaction(() => {
    const step = readSourceStep(db, id)
    if (!step || step.undoneAt !== undefined) throw new CuttingsError('not-found', { what: 'step' })
    if (step.otherIds.some((otherId) => isDestroyed(db, otherId))) throw new CuttingsError('trash-emptied')
    const source = readRecord(db, step.sourceId)
    if (!canUndoSourceStep(db, step) || source?.kind !== 'source' || digestOf(source) !== step.after)
      throw new CuttingsError('changed-since', { title: source?.kind === 'source' ? source.name : id })
    if (step.deed === 'merge') for (const otherId of step.otherIds) restoreSource(db, otherId, deed)
    const work = workBack(db, step)
    for (const sourceId of step.deed === 'split' ? step.otherIds : [step.sourceId])
      repointLeaning(db, sourceId, work.target, deed)
    repoint(db, work, prepared, deed)
    commit(db, step.before, deed)
    if (step.deed === 'split')
      for (const otherId of step.otherIds)
        removeRecord(db, liveSource(db, otherId), { ...deed, merged: { mergeId: id, into: step.sourceId } })
    db.run('UPDATE source_step SET undone_at = ? WHERE id = ?', deed.at, id)
    storeFact(db, 'lastSaved', deed.at)
    return step.otherIds.length
  })
