import type { ErrorReport } from '#shared/errors'
import type { FileResult, JobState, Progress } from '#shared/contract/jobs'
import type { PackConflict } from '#shared/contract/packConflict'
import type { Format, PlanEntry, PlanPreview, PlanTotals } from '#shared/contract/work'
import type { ParsedRecord, TableMapping } from '#shared/model/parsed'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { InterruptedImport } from '#shared/contract/waiting'
import type { Unlock } from '../exporters/sealing/age/types'
import type { Clock } from '../records/clock'
import type { FileState } from '../records/fileState'
import type { Archive, FilePath, StagedFile } from '../store/types'
import type { Shelf } from './createShelf'

/** A file of the user's as the walk found it; `name` is safe to show. */
export interface FoundFile {
  readonly path: FilePath
  readonly name: string
  readonly form: 'file'
  /** Files beside it that belong to it, by path: a picture's `.xmp`. */
  readonly companions?: readonly FilePath[]
}

/** A citation pack, as a folder or a zip. */
export interface FoundPack {
  readonly path: string
  readonly name: string
  readonly form: 'pack'
}

/** A place that can't be looked into, and why. */
export interface Unreachable {
  readonly name: string
  readonly error: ErrorReport
}

/** What stands beside a saved page for the page's sake alone, and is left out with it. */
export interface LeftOut {
  readonly name: string
  readonly leftOut: string
}

/** One place that the walk came by. */
export type Found = FoundFile | FoundPack | Unreachable | LeftOut

/** One place of a plan: how it was when it was read, and which entries (up to `to`, without it) came of it. */
export interface Origin {
  readonly found: Found
  readonly state: FileState | undefined
  readonly from: number
  readonly to: number
}

/** What a file would become. It holds on to what is needed to do it. */
export type Judged =
  | { readonly entry: JudgedEntry; readonly form: 'none' }
  | { readonly entry: JudgedEntry; readonly form: 'kept'; readonly file: KeptFile }
  | { readonly entry: JudgedEntry; readonly form: 'file'; readonly file: ParsedFile }
  | {
      readonly entry: JudgedEntry
      readonly form: 'pack'
      readonly path: string
      readonly digest: string
      readonly unlock?: Unlock
      readonly conflicts: readonly PackConflict[]
      /** What is held of those that can be taken, by its digest. */
      readonly shown: ReadonlyMap<Id, Sha256>
    }

/** A planned entry without its number. */
export type JudgedEntry = Omit<PlanEntry, 'index'>

export interface KeptFile {
  /** The user's file that it is, or that it came out of. */
  readonly path: FilePath
  /** Hash of that file as it was read, to be compared before anything of it is kept. */
  readonly outer: Sha256
  readonly rawName: string
  /** Names of the files that it stands in, the outermost first. */
  readonly containerPath: readonly string[]
  readonly staged: StagedFile
  readonly mediaType: string
}

export interface ParsedFile extends KeptFile {
  /** Key under which the shelf holds what was parsed. */
  readonly shelved: number
  /** Pictures that its slots show, by the name that they have there. */
  readonly pictures: ReadonlyMap<string, Sha256>
  readonly sidecar?: KeptFile
}

export interface PlanOptions {
  readonly keepUnreadable: boolean
  /** Opens packs that are encrypted; held in memory for as long as the plan is, and written nowhere. */
  readonly unlock?: Unlock
  /** For an import without a plan to look at. */
  readonly taking?: Taking
}

/**
 * Of which records in conflict the user takes what a pack has: those whose chain goes on from what is held, all, or those that
 * are named. What is held stays in all other cases.
 */
export type Taking = 'none' | 'ahead' | 'all' | readonly Id[]

/** What the user decided about a plan, by numbers of entries. */
export interface PlanChoices {
  readonly leaveOut: readonly number[]
  /** Texts that are to be articles of their own, though one of the same address is held. */
  readonly separate: readonly number[]
  readonly take: readonly { readonly index: number; readonly records: Taking }[]
}

/** What the user decided about one entry. */
export interface EntryChoice {
  readonly separate?: boolean
  readonly taking?: Taking
}

export interface Imports {
  readonly formats: () => Promise<Format[]>
  readonly plan: (paths: readonly string[], options: PlanOptions) => JobState
  readonly planned: (
    planId: Id,
    offset: number,
    limit: number,
  ) => { totals: PlanTotals; entries: PlanEntry[] }
  readonly preview: (planId: Id, index: number) => Promise<PlanPreview>
  /** What a planned pack and the archive say different things of; none for what is no pack. */
  readonly conflicts: (planId: Id, index: number) => readonly PackConflict[]
  /** All records that would be made of one planned file; none for what is no file that is read. */
  readonly recordsIn: (planId: Id, index: number) => Promise<readonly ParsedRecord[]>
  /** Reads a planned table again with another mapping, and remembers that for tables with the same heads. */
  readonly remap: (planId: Id, index: number, mapping: TableMapping) => Promise<PlanEntry>
  readonly commit: (planId: Id, choices: PlanChoices) => JobState
  /** Plan and commit in one, file by file: what was read first is durable before the next is looked at. */
  readonly importNow: (paths: readonly string[], options: PlanOptions) => JobState
  readonly discard: (planId: Id) => Promise<void>
  /** Imports of plans that ended before they were through. */
  readonly interrupted: () => Promise<readonly InterruptedImport[]>
  /** Goes on with one. Throws `not-found`. */
  readonly resume: (id: Id) => Promise<JobState>
  readonly forget: (id: Id) => Promise<void>
  readonly close: () => Promise<void>
}

/** What files are let into the archive with. */
export interface Gate {
  readonly archive: Archive
  readonly clock: Clock
  readonly actor: string
  readonly shelf: Shelf
  readonly folder: string
  readonly signal: AbortSignal
  /** Whether the user's file is still what was read; each is looked at once. */
  readonly isSame: (file: KeptFile) => Promise<boolean>
  readonly tell: (file: FileResult) => void
  /** How far it is in a file that holds many items. */
  readonly inside: (progress: NonNullable<Progress['inside']>) => void
  /** Between two pieces of work: throws where the job was cancelled, and waits where it rests. */
  readonly pausePoint: () => Promise<void>
  readonly committed: () => void
}
