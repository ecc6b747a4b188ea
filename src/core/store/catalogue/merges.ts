import { CuttingsError } from '#shared/errors'
import type { ArticleRecord, AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { withNames } from '../../filing/editNames'
import type { Database } from '../database/types'
import type { Merge } from '../types'
import { commitRecord } from './commitChange'
import { isDestroyed } from './destroyed'
import { storeFact } from './facts'
import { canUndo, readMerge, type Added, type MergeRow } from './mergeHistory'
import { readRecord } from './readRecords'
import { readRemoval } from './removalOf'
import { removeRecord, restoreRecord } from './removals'

type Mergeable = Extract<AnyRecord, { kind: 'article' | 'photo' }>

/** An item that can be merged now; one that went to the trash meanwhile is not there. */
const mergeable = (db: Database, id: Id): Mergeable => {
  const record = readRemoval(db, id) ? undefined : readRecord(db, id)
  if (record?.kind !== 'article' && record?.kind !== 'photo')
    throw new CuttingsError('not-found', { what: 'item to merge' })
  return record
}

/** Names that others have and it has in no spelling. */
const lacking = (own: readonly string[], others: readonly (readonly string[])[]): readonly string[] =>
  withNames(others.flat())(own).slice(own.length)

const articlesIn = (records: readonly Mergeable[]): ArticleRecord[] =>
  records.filter((record) => record.kind === 'article')

/** Tags and collections that the others have and the kept one has not. */
const addedTo = (kept: Mergeable, others: readonly Mergeable[]): Added => {
  if (kept.kind !== 'article') return { tags: [], collections: [] }
  const articles = articlesIn(others)
  return {
    tags: lacking(
      kept.tags,
      articles.map(({ tags }) => tags),
    ),
    collections: lacking(
      kept.collections,
      articles.map(({ collections }) => collections),
    ),
  }
}

const isNothing = ({ tags, collections }: Added): boolean => tags.length + collections.length === 0

/** In one transaction: all of a merge, or nothing of it. Throws `not-found` where one of the items is not there any more. */
export const mergeRecords = (db: Database, merge: Merge, at: string): void =>
  db.transaction(() => {
    const kept = mergeable(db, merge.keptId)
    const others = [...new Set(merge.removedIds)].map((id) => mergeable(db, id))
    if (others.length === 0 || others.some(({ id, kind }) => id === kept.id || kind !== kept.kind))
      throw new CuttingsError('bad-input', { reason: 'only different items of one kind can be merged' })
    const added = addedTo(kept, others)
    if (kept.kind === 'article' && !isNothing(added)) {
      const tags = [...kept.tags, ...added.tags]
      const collections = [...kept.collections, ...added.collections]
      edit(db, { ...kept, tags, collections }, merge.actor, at)
    }
    for (const record of others)
      removeRecord(db, record, { at, actor: merge.actor, merged: { mergeId: merge.id, into: kept.id } })
    db.run(
      `INSERT INTO merge (id, step_id, at, actor, rule, kept_id, kept_kind, members, added)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      merge.id,
      merge.stepId,
      at,
      merge.actor,
      merge.rule ?? null,
      kept.id,
      kept.kind,
      JSON.stringify(others.map(({ id }) => id)),
      JSON.stringify(added),
    )
    storeFact(db, 'lastSaved', at)
  })

const edit = (db: Database, record: ArticleRecord, actor: string, at: string): void =>
  commitRecord(db, { change: { action: 'edit', actor }, record, at })

/** Takes off the kept article what the merge added to it, and nothing that came otherwise. */
const takeBack = (db: Database, merge: MergeRow, actor: string, at: string): void => {
  const kept = readRecord(db, merge.keptId)
  if (kept?.kind !== 'article' || isNothing(merge.added)) return
  const without = (all: readonly string[], added: readonly string[]): string[] =>
    all.filter((one) => !added.includes(one))
  const tags = without(kept.tags, merge.added.tags)
  const collections = without(kept.collections, merge.added.collections)
  edit(db, { ...kept, tags, collections }, actor, at)
}

/**
 * Brings back what a merge removed, in one transaction; answers how many records. Throws `not-found`, and `merged-on` where
 * a later merge has to be undone first.
 */
export const undoMerge = (db: Database, id: Id, actor: string, at: string): number =>
  db.transaction(() => {
    const merge = readMerge(db, id)
    if (!merge || merge.undoneAt !== undefined) throw new CuttingsError('not-found', { what: 'merge' })
    if (merge.removedIds.some((removedId) => isDestroyed(db, removedId)))
      throw new CuttingsError('trash-emptied')
    if (!canUndo(db, merge)) {
      const kept = readRecord(db, merge.keptId)
      throw new CuttingsError('merged-on', { title: kept?.kind === 'article' ? kept.headline : 'photo' })
    }
    takeBack(db, merge, actor, at)
    for (const removedId of merge.removedIds) {
      const record = readRecord(db, removedId)
      if (record?.kind !== 'article' && record?.kind !== 'photo')
        throw new TypeError(`${removedId} was merged and is gone`)
      restoreRecord(db, record, at, actor)
    }
    db.run('UPDATE merge SET undone_at = ? WHERE id = ?', at, id)
    storeFact(db, 'lastSaved', at)
    return merge.removedIds.length
  })
