import type { Source } from '#shared/model/citation'
import type { Id } from '#shared/model/scalars'
import type { Clock } from '../../records/clock'
import { digestOf } from '../../records/digest'
import type { Database } from '../database/types'
import type { Catalogue, CatalogueReader, DuplicateReader, SourceReader } from '../types'
import {
  forgetDifferent,
  readBuckets,
  readDifferent,
  readPhotos,
  readSignature,
  storeDifferent,
} from './alikeness'
import { readBearing } from './bearing'
import { readCitables } from './citables'
import { readChecks, readClaims, readNotes } from './claimLists'
import { changeSources, undoSourceStep } from './changeSources'
import { changedAt, changesSince, currentRevision } from './changes'
import { findSourceId, readCiting } from './citing'
import { commitChange } from './commitChange'
import { createCoverageReader } from './coverage'
import { createRevisionCache } from './createRevisionCache'
import { countItems, describeCatalogue } from './describing'
import { appendEvent, hasEvent, lastEvent, readEvents } from './events'
import { storeFact } from './facts'
import { createFilingReader, refile } from './filing'
import { articlesLike, itemsWith, refreshFingerprints } from './fingerprints'
import { canUndo, mergesToUndo, readSteps } from './mergeHistory'
import { mergeRecords, undoMerge } from './merges'
import { readMapping, storeMapping } from './mappings'
import { beginEmptying, forgetUnneeded, readUnneeded } from './destroying'
import { hasSeals } from './olderFormats'
import { describeReadings, readDue, storeReadings } from './readings'
import { healRecord } from './healing'
import { isIntact } from './intact'
import { firstSealFault, sealEvents } from './seals'
import { removeItems, restoreFromTrash } from './trashDeeds'
import { countTrash, readTrash } from './trashList'
import { listIds, listRows } from './listing'
import { readOriginal, readOriginals, readRecord } from './readRecords'
import { readRecordSet } from './readRecordSet'
import { keptFor, readAddedAt, readName, readRemoval, removedFrom } from './removalOf'
import { prepareRepointing } from './repointing'
import { canUndoSourceStep, readSourceSteps, sourceStepsToUndo } from './sourceHistory'
import { readDismissals, readPrinted, readSourceNames } from './sourceNames'
import { workOf, workToUndo } from './sourceWork'
import { readSavedSearches, removeSavedSearch, restoreSavedSearch, storeSavedSearch } from './savedSearches'
import { readWithdrawn, restoreWithdrawn, withdraw } from './withdrawals'

export interface CatalogueDeps {
  readonly db: Database
  readonly path: string
  readonly clock: Clock
  readonly archiveId: Id
  readonly writable: boolean
}

const idsOf = (rows: readonly { id: Id }[]): Id[] => rows.map(({ id }) => id)

const readSource = (db: Database, id: Id | undefined): Source | undefined => {
  const record = id === undefined ? undefined : readRecord(db, id)
  return record?.kind === 'source' ? record : undefined
}

const createDuplicateReader = (db: Database): DuplicateReader => ({
  buckets: (slice) => readBuckets(db, slice),
  signature: (id) => readSignature(db, id),
  photos: (after, limit) => readPhotos(db, after, limit),
  different: () => readDifferent(db),
  steps: (offset, limit) => readSteps(db, offset, limit),
  canUndo: (merge) => canUndo(db, merge),
  mergesToUndo: (id) => mergesToUndo(db, id),
})

const createSourceReader = (db: Database): SourceReader => ({
  names: (after, limit) => readSourceNames(db, after, limit),
  printed: (id) => readPrinted(db, id),
  dismissals: (page) => readDismissals(db, page),
  steps: (page) => readSourceSteps(db, page),
  canUndo: (row) => canUndoSourceStep(db, row),
  toUndo: (id) => sourceStepsToUndo(db, id),
  work: (change) => workOf(db, change),
  workToUndo: (id) => workToUndo(db, id),
  prepare: (articleId, target) => prepareRepointing(db, articleId, target),
})

export const createCatalogueReader = (db: Database, path: string): Omit<CatalogueReader, 'close'> => {
  const remember = createRevisionCache(() => currentRevision(db))
  return {
    path,
    revision: () => currentRevision(db),
    describe: () => describeCatalogue(db, remember),
    countItems: () => countItems(db),
    list: (filter, sort, offset, limit) => listRows(db, filter, sort, { offset, limit, remember }),
    ids: (filter, sort) => listIds(db, filter, sort),
    record: (id) => readRecord(db, id),
    addedAt: (id) => readAddedAt(db, id),
    original: (sha256) => readOriginal(db, sha256),
    itemsOf: (sha256) =>
      idsOf(
        db.all<{ id: Id }>(
          'SELECT item_id AS id FROM need JOIN record ON record.id = need.item_id WHERE sha256 = ? ORDER BY item_id',
          sha256,
        ),
      ),
    removal: (id) => readRemoval(db, id),
    keptFor: (id) => keptFor(db, id),
    removedFrom: (sha256) => removedFrom(db, sha256),
    itemsWith: (fingerprint) => itemsWith(db, fingerprint),
    articlesLike: (signature, least) => articlesLike(db, signature, least),
    mappingOf: (heads) => readMapping(db, heads),
    sourceNamed: (name) => readSource(db, findSourceId(db, name)),
    citingPassages: (sourceId, offset, limit) => readCiting(db, sourceId, offset, limit),
    citedBy: (id) =>
      db.get<{ citations: number; articles: number }>(
        `SELECT count(*) AS citations, count(DISTINCT article_id) AS articles FROM
         (SELECT id, article_id FROM citation WHERE source_id = ? UNION SELECT id, article_id FROM citation WHERE reference_id = ?)`,
        id,
        id,
      ) ?? { citations: 0, articles: 0 },
    digestsOf: (referenceId) =>
      db
        .all<{ id: Id; headline: string }>(
          'SELECT id, title AS headline FROM record WHERE based_on = ? ORDER BY seq',
          referenceId,
        )
        .map(({ id, headline }) => ({ id, headline })),
    referencesOf: (sourceId) =>
      idsOf(
        db.all<{ id: Id }>('SELECT id FROM record WHERE source_id = ? ORDER BY title_key, seq', sourceId),
      ),
    recordSet: (ids) => readRecordSet(db, ids),
    events: (itemId, options) => readEvents(db, itemId, options?.local ?? false),
    chainedIds: () =>
      idsOf(
        db.all<{ id: Id }>(
          `SELECT id FROM record UNION SELECT item_id FROM event WHERE local = 0
             ${hasSeals(db) ? 'EXCEPT SELECT id FROM destroyed' : ''} ORDER BY 1`,
        ),
      ),
    isIntact: (id) => isIntact(db, id),
    nameOf: (id) => readName(db, id),
    duplicates: createDuplicateReader(db),
    sources: createSourceReader(db),
    coverage: createCoverageReader(db),
    filing: createFilingReader(db),
    bearingOn: (itemId) => readBearing(db, itemId),
    claims: (asked, offset, limit) => readClaims(db, asked, offset, limit),
    notes: (asked, offset, limit) => readNotes(db, asked, offset, limit),
    checks: (offset, limit) => readChecks(db, offset, limit),
    citables: (words, limit) => readCitables(db, words, limit),
    withdrawn: (id) => readWithdrawn(db, id),
    savedSearches: () => readSavedSearches(db),
    changesSince: (revision) => changesSince(db, revision),
    changedAt: (revision) => changedAt(db, revision),
    originalsNeeded: () => readOriginals(db),
    trash: (offset, limit) => ({ total: countTrash(db), rows: readTrash(db, offset, limit) }),
    firstSealFault: (breathe) => firstSealFault(db, breathe),
    dueToRead: (before, limit) => readDue(db, before, limit),
    readings: (since) => describeReadings(db, since),
    unneeded: () => readUnneeded(db),
  }
}

export const createCatalogue = ({ db, path, clock, archiveId, writable }: CatalogueDeps): Catalogue => {
  const now = (): string => clock.now().toISOString()
  if (writable) {
    refreshFingerprints(db)
    db.transaction(() => sealEvents(db))
  }
  return {
    ...createCatalogueReader(db, path),
    commit: (change) => commitChange(db, change, now()),
    note: (action, itemId, actor) => {
      db.transaction(() => {
        const digest = lastEvent(db, itemId)?.digest ?? digestOf({ id: itemId })
        appendEvent(db, { itemId, at: now(), actor, action, digest }, true)
      })
    },
    noted: (action) => hasEvent(db, archiveId, action),
    rememberMapping: (heads, mapping) => {
      db.transaction(() => storeMapping(db, heads, mapping))
    },
    heal: (record, addedAt) => healRecord(db, record, addedAt),
    together: (step) => db.transaction(step),
    merge: (merge) => mergeRecords(db, merge, now()),
    undoMerge: (id, actor) => undoMerge(db, id, actor, now()),
    changeSources: (change, prepared = new Map()) => changeSources(db, change, now(), prepared),
    undoSourceStep: (id, actor, prepared = new Map()) =>
      undoSourceStep(db, id, { at: now(), actor }, prepared),
    refile: (refiling, prepared) => refile(db, refiling, prepared, now()),
    setDifferent: (setId, ids) => storeDifferent(db, setId, ids, now()),
    forgetDifferent: (setId) => forgetDifferent(db, setId),
    saveSearch: (search, actor) => storeSavedSearch(db, search, { actor, at: now() }),
    removeSearch: (id, actor) => removeSavedSearch(db, id, { actor, at: now() }),
    restoreSearch: (id, actor) => restoreSavedSearch(db, id, { actor, at: now() }),
    withdraw: (id, actor) => withdraw(db, id, { actor, at: now() }),
    restoreWithdrawn: (id, actor) => restoreWithdrawn(db, id, { actor, at: now() }),
    removeItems: (ids, actor) => removeItems(db, ids, { actor, at: now() }),
    restoreFromTrash: (ids, actor) => restoreFromTrash(db, ids, { actor, at: now() }),
    emptyTrash: (before, actor) => {
      const { total, step } = beginEmptying(db, before)
      return { total, step: () => step({ at: now(), actor }) }
    },
    forgetUnneeded: (sha256s) => forgetUnneeded(db, sha256s),
    noteReadings: (readings) => storeReadings(db, readings, now()),
    noteVerified: () => {
      db.transaction(() => storeFact(db, 'lastVerified', now()))
    },
  }
}
