import type { FileHandle } from 'node:fs/promises'
import type { LibraryState, ListFilter, ListSort, ReadOnly, Row } from '#shared/contract/library'
import type { CitingPassage } from '#shared/contract/sources'
import type { CuttingsError } from '#shared/errors'
import type { Claim } from '#shared/model/claim'
import type { Event, EventAction } from '#shared/model/event'
import type { Note } from '#shared/model/note'
import type { Original } from '#shared/model/original'
import type { AnyRecord, RecordSet } from '#shared/model/records'
import type { SavedSearch } from '#shared/model/savedSearch'
import type { Source } from '#shared/model/citation'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { TableMapping } from '#shared/model/parsed'
import type { Fingerprint } from '../likeness/fingerprintsOf'
import type { LoggedCheck } from '#shared/contract/claims'
import type { Citable } from '#shared/contract/confirming'
import type { Bearing } from './catalogue/bearing'
import type { CoverageReader } from './catalogue/coverage'
import type { ClaimConditions, NoteConditions } from './catalogue/claimLists'
import type { ComparedPhoto } from './catalogue/alikeness'
import type { Alike } from './catalogue/fingerprints'
import type { MergeRow, MergeStep } from './catalogue/mergeHistory'
import type { StoredRecord } from './catalogue/recordColumns'
import type { Removal } from './catalogue/removalOf'
import type { SourceStep, SourceStepRow } from './catalogue/sourceHistory'
import type { Dismissal, NamedSource } from './catalogue/sourceNames'
import type { TrashRow } from '#shared/contract/trash'
import type { Emptied } from './catalogue/emptied'
import type { NeededOriginal } from './catalogue/readRecords'
import type { Reading, Readings } from './catalogue/readings'
import type { SealFault } from './catalogue/seals'
import type { FiledArticle, FilingReader, PreparedFiling, Refiling } from './filingTypes'
import type { Layout } from './layout'
import type { Prepared, Repointing, SourceChange, SourceWork, Target } from './sourceTypes'

/**
 * An archive that is open. One process writes; others read (`readOnly` says why). Each call of an archive whose folder
 * vanished throws `archive-gone`: nothing is made anew, and nothing counts as deleted.
 */
export interface Archive {
  readonly folder: string
  readonly id: Id
  /** The folder's name. */
  readonly name: string
  /** Also absent where the archive was opened with `mode: 'read'` and nothing stands against writing. */
  readonly readOnly: ReadOnly | undefined
  /** Whether this process may write: false with `readOnly`, and where it was opened to read. */
  readonly writable: boolean
  /** The error of each attempt to write; absent where this process may. */
  readonly refusal: (() => CuttingsError) | undefined
  readonly layout: Layout
  readonly catalogue: Catalogue
  readonly originals: OriginalStore
  readonly staging: Staging
  /** Makes a checked copy of the catalogue as it is now, unless the last one is that. Throws where it cannot be made. */
  readonly backUp: () => Promise<void>
  /** Checkpoints, gives the lock back, closes. */
  readonly close: () => Promise<void>
}

/** A path of the user's; as bytes where the file system holds a name that is no text. */
export type FilePath = string | Buffer

/** A file in `staging`, hashed and fsynced, not yet an original. */
export interface StagedFile {
  readonly path: string
  readonly sha256: Sha256
  readonly bytes: number
}

export interface PeekedFile {
  readonly bytes: number
  readonly head: Uint8Array
}

export interface Staging {
  /** A folder for one job; removed by `remove`, and all of them on open. */
  readonly createFolder: (jobId: Id) => Promise<string>
  readonly remove: (jobId: Id) => Promise<void>
}

export interface OriginalStore {
  /**
   * Copies a file of the user's into a staging folder while hashing it: no link is followed, nothing but a regular file is
   * read, and a file that changes meanwhile is `changed`. Refuses with a code of `refusalCodes`.
   */
  readonly stage: (
    path: FilePath,
    into: string,
    options?: {
      readonly signal?: AbortSignal
      readonly onBytes?: (bytes: number) => void
      readonly limit?: number
    },
  ) => Promise<StagedFile>
  /** Size and first bytes of a file of the user's, before it is copied. Refuses as `stage` does. */
  readonly peek: (path: FilePath, length: number) => Promise<PeekedFile>
  /** The same for bytes that are at hand, such as a file inside a pack. */
  readonly stageStream: (bytes: AsyncIterable<Uint8Array>, into: string) => Promise<StagedFile>
  /** Moves a staged file into `originals` and makes that durable. A second time is no fault. */
  readonly adopt: (staged: StagedFile) => Promise<void>
  readonly has: (sha256: Sha256) => Promise<boolean>
  /**
   * Takes bytes off the disk for good, and answers whether they are. What was adopted and has no row of its own yet
   * stays: an import is about to name it. `isNeeded` is asked in the moment in which they go.
   */
  readonly discard: (sha256: Sha256, isNeeded: () => boolean) => Promise<boolean>
  /** Opens an original to read; the caller closes it. A link, or what is no file, in its place is `unreadable`. */
  readonly open: (sha256: Sha256) => Promise<FileHandle>
  /** Bytes that are free on the disk of the archive. */
  readonly freeBytes: () => Promise<number>
  /** Path of an original inside the archive, whether or not it is there. */
  readonly pathOf: (sha256: Sha256) => string
  /** Every file under `originals`, with names that are no hash as `undefined`; links are not followed. */
  readonly list: () => AsyncIterable<{
    readonly name: string
    readonly sha256: Sha256 | undefined
    readonly linked: boolean
  }>
}

/** What one transaction writes. Records with an id that is held already are replaced (an edit), never merged. */
export interface Change {
  readonly records: RecordSet
  readonly action: EventAction
  readonly actor: string
  /** Whole chains that came with a pack; they are stored as they are, and the action's event is then local. */
  readonly chains?: readonly Event[]
}

/** Items of one kind that become one: the kept item stays as it is, the others go to the trash. */
export interface Merge {
  readonly id: Id
  /** What was merged in one go has one step. */
  readonly stepId: Id
  readonly rule?: string | undefined
  readonly keptId: Id
  readonly removedIds: readonly Id[]
  readonly actor: string
}

/** What sources are called and what was done to them. */
export interface SourceReader {
  /** Sources after a place (0 for the first), in the order of adding, with all their names in one case. */
  readonly names: (after: number, limit: number) => NamedSource[]
  /** How often a source is cited by each of the words that were printed, the most often first. */
  readonly printed: (id: Id) => { literal: string; citations: number }[]
  /** Sets of sources that were said to be different, the newest first. */
  readonly dismissals: (page: Page) => { total: number; rows: Dismissal[] }
  readonly steps: (page: Page) => { total: number; steps: SourceStep[] }
  readonly canUndo: (row: SourceStepRow) => boolean
  /** What of a step, or the one of this id, is not undone, the last first. */
  readonly toUndo: (id: Id) => Id[]
  readonly work: (change: SourceChange) => SourceWork
  /** Throws `not-found`. */
  readonly workToUndo: (id: Id) => SourceWork
  readonly prepare: (articleId: Id, target: Target) => Repointing | undefined
}

interface Page {
  readonly offset: number
  readonly limit: number
}

/** Where search learns what is new: each commit appends the ids that it touched under a growing number. */
export interface ChangedItems {
  readonly revision: number
  readonly ids: readonly Id[]
}

/** What near duplicates are found by, in slices, and what was merged. */
export interface DuplicateReader {
  /** Ids of articles that share a band of their signatures, for one of `bandSlices`. */
  readonly buckets: (slice: string) => Id[][]
  readonly signature: (id: Id) => Uint32Array | undefined
  /** Photos after a place (0 for the first), in the order of adding. */
  readonly photos: (after: number, limit: number) => ComparedPhoto[]
  /** For each item the sets in which it was said to be different from the others. */
  readonly different: () => ReadonlyMap<Id, ReadonlySet<Id>>
  readonly steps: (offset: number, limit: number) => { total: number; steps: MergeStep[] }
  readonly canUndo: (merge: MergeRow) => boolean
  /** Merges of a step, or the one of this id, that are not undone, the last first. */
  readonly mergesToUndo: (id: Id) => Id[]
}

/** What is read of a catalogue; search has one of its own in its worker (`openCatalogueReader`). */
export interface CatalogueReader {
  /** Path of the database file, for readers of their own (search). */
  readonly path: string
  readonly revision: () => number
  readonly describe: () => Pick<LibraryState, 'counts' | 'languages' | 'lastSaved' | 'lastVerified'>
  /** Articles, photos and references. */
  readonly countItems: () => number
  readonly list: (
    filter: ListFilter,
    sort: ListSort,
    offset: number,
    limit: number,
  ) => { total: number; rows: Row[] }
  readonly ids: (filter: ListFilter, sort: ListSort) => Id[]
  /** Also one that is in the trash, so that whatever points at it still finds it. */
  readonly record: (id: Id) => AnyRecord | undefined
  /** Why a record is in the trash; undefined where it is not. */
  readonly removal: (id: Id) => Removal | undefined
  /** The item that stands for one: itself, or what it was merged into. */
  readonly keptFor: (id: Id) => Id
  /** Items in the trash that were made from these bytes. */
  readonly removedFrom: (sha256: Sha256) => Id[]
  readonly addedAt: (id: Id) => string | undefined
  readonly original: (sha256: Sha256) => Original | undefined
  /** The items made from these bytes, those in the trash left out. */
  readonly itemsOf: (sha256: Sha256) => Id[]
  /** Items that are known by this; see `likeness/`. */
  readonly itemsWith: (fingerprint: Fingerprint) => Id[]
  /** Articles that have at least this share of their wording in common with a text, the nearest first. */
  readonly articlesLike: (signature: Uint32Array, least: number) => Alike[]
  /** How a table with these heads was read when the user last corrected it. */
  readonly mappingOf: (heads: readonly string[]) => TableMapping | undefined
  /** By name or alias, exact after NFC, trimming and folding of case. */
  readonly sourceNamed: (name: string) => Source | undefined
  readonly citingPassages: (
    sourceId: Id,
    offset: number,
    limit: number,
  ) => { total: number; rows: CitingPassage[] }
  readonly citedBy: (id: Id) => { citations: number; articles: number }
  readonly digestsOf: (referenceId: Id) => { id: Id; headline: string }[]
  readonly referencesOf: (sourceId: Id) => Id[]
  /**
   * These items and what they point at (sources, references, filled slots' photos, originals), in a stable order; all items
   * where `ids` is absent.
   */
  readonly recordSet: (ids?: readonly Id[]) => RecordSet
  /** Chain of an item; local events only where asked for. */
  readonly events: (
    itemId: Id,
    options?: { readonly local?: boolean },
  ) => (Event & { readonly local: boolean })[]
  /** Ids of all records that have a chain of custody, whether or not the record is there: for verify. */
  readonly chainedIds: () => Id[]
  /** Whether a record is there, wherever in the catalogue, and as the last event of its chain says. Never throws for damage. */
  readonly isIntact: (id: Id) => boolean
  /** What a record is called in lists, also where the record itself cannot be read. */
  readonly nameOf: (id: Id) => string | undefined
  readonly duplicates: DuplicateReader
  readonly sources: SourceReader
  readonly coverage: CoverageReader
  readonly filing: FilingReader
  /** Every claim and every note that points at an item. */
  readonly bearingOn: (itemId: Id) => Bearing
  /** Claims that meet every condition, the newest first. */
  readonly claims: (asked: ClaimConditions, offset: number, limit: number) => { total: number; rows: Claim[] }
  readonly notes: (asked: NoteConditions, offset: number, limit: number) => { total: number; rows: Note[] }
  /** The checker's log of all claims, the newest line first. */
  readonly checks: (offset: number, limit: number) => { total: number; rows: LoggedCheck[] }
  /** Sources and references by words in a name, those cited most first. */
  readonly citables: (words: string, limit: number) => Citable[]
  /** A claim or a note that was withdrawn, as it was; undefined where it is there, or never was. */
  readonly withdrawn: (id: Id) => Claim | Note | undefined
  /** By name; those that were removed left out. */
  readonly savedSearches: () => SavedSearch[]
  readonly changesSince: (revision: number) => ChangedItems
  /** Whose change has this revision: with it, a revision is told from the same number in another catalogue. */
  readonly changedAt: (revision: number) => Id | undefined
  /** Every original that the archive holds, those that were kept unread included. */
  readonly originalsNeeded: () => NeededOriginal[]
  /** What was removed last comes first. */
  readonly trash: (offset: number, limit: number) => { total: number; rows: TrashRow[] }
  /** Where the chain of all events is broken first; undefined where it is whole. */
  readonly firstSealFault: (breathe: () => Promise<void>) => Promise<SealFault | undefined>
  /** Originals that were not read since a time, those that never were first. */
  readonly dueToRead: (before: string, limit: number) => Sha256[]
  readonly readings: (since: string) => Readings
  /** Bytes that nothing needs any more and that are to be taken off the disk. */
  readonly unneeded: () => Sha256[]
  readonly close: () => void
}

/** The archive's own connection; it is closed with the archive. */
export interface Catalogue extends Omit<CatalogueReader, 'close'> {
  /** One transaction, durable when it returns: records, events, originals' rows, and what search has to index. */
  readonly commit: (change: Change) => number
  /** An event of this archive alone, about the archive or an item: an export, a verification. */
  readonly note: (action: EventAction, itemId: Id, actor: string) => void
  /** Whether an event of this kind was ever recorded for the archive itself. */
  readonly noted: (action: EventAction) => boolean
  readonly rememberMapping: (heads: readonly string[], mapping: TableMapping) => void
  /** One transaction of several changes: all of them, or nothing. Each alone would wait for the disk. */
  readonly together: <T>(step: () => T) => T
  /**
   * One transaction: puts a record that is damaged or gone back as the last event of its chain says; whether this was it.
   * `addedAt` counts where nothing of it is there any more.
   */
  readonly heal: (record: StoredRecord, addedAt: string) => boolean
  /** One transaction: tags to the kept item, the others to the trash. */
  readonly merge: (merge: Merge) => void
  /** One transaction: everything as it was before the merge; answers how many records came back. */
  readonly undoMerge: (id: Id, actor: string) => number
  /** One transaction: sources become others; answers how many citations name another one since. */
  readonly changeSources: (change: SourceChange, prepared?: Prepared) => number
  /** One transaction: everything as it was before; answers how many sources came back or went. */
  readonly undoSourceStep: (id: Id, actor: string, prepared?: Prepared) => number
  /** One transaction: tags or collections of articles; answers which were changed. Throws `not-found`. */
  readonly refile: (refiling: Refiling, prepared: ReadonlyMap<Id, PreparedFiling>) => FiledArticle[]
  /** Remembers that these are not the same. */
  readonly setDifferent: (setId: Id, ids: readonly Id[]) => void
  readonly forgetDifferent: (setId: Id) => void
  /** One transaction: a new saved search, or another state of one. Throws `name-taken`. */
  readonly saveSearch: (search: SavedSearch, actor: string) => void
  readonly removeSearch: (id: Id, actor: string) => void
  /** Brings back one that was removed. */
  readonly restoreSearch: (id: Id, actor: string) => SavedSearch
  /** One transaction: takes a claim or a note out, whole, until it is restored. Throws `not-found`. */
  readonly withdraw: (id: Id, actor: string) => void
  readonly restoreWithdrawn: (id: Id, actor: string) => Claim | Note
  /** One transaction: articles, photos and references to the trash. Throws `not-found`. */
  readonly removeItems: (ids: readonly Id[], actor: string) => void
  /** One transaction: brings back what was removed and not merged. Throws `not-found`. */
  readonly restoreFromTrash: (ids: readonly Id[], actor: string) => void
  /** Destroys what was removed at a time or before, a transaction for each step; the last step answers nothing. */
  readonly emptyTrash: (before: string, actor: string) => { total: number; step: () => Emptied | undefined }
  /** These bytes are off the disk. */
  readonly forgetUnneeded: (sha256s: readonly Sha256[]) => void
  /** Remembers what was found when originals were read again. */
  readonly noteReadings: (readings: readonly Reading[]) => void
  /** Keeps when the archive was last verified, for `describe`. */
  readonly noteVerified: () => void
}
