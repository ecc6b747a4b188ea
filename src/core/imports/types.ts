import type { ErrorReport } from '#shared/errors'
import type { FileResult, JobState } from '#shared/contract/jobs'
import type { Format, PlanEntry, PlanPreview, PlanTotals } from '#shared/contract/work'
import type { Id } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import type { Archive, StagedFile } from '../store/types'
import type { Shelf } from './createShelf'

/** A file of the user's as the walk found it; `name` is safe to show. */
export interface FoundFile {
  readonly path: string
  readonly name: string
  readonly form: 'file' | 'pack'
}

/** A place that can't be looked into, and why. */
export interface Unreachable {
  readonly name: string
  readonly error: ErrorReport
}

/** One place that the walk came by. */
export type Found = FoundFile | Unreachable

/** What a file would become. It holds on to what is needed to do it. */
export type Judged =
  | { readonly entry: JudgedEntry; readonly form: 'none' }
  | { readonly entry: JudgedEntry; readonly form: 'kept'; readonly file: KeptFile }
  | { readonly entry: JudgedEntry; readonly form: 'file'; readonly file: ParsedFile }
  | { readonly entry: JudgedEntry; readonly form: 'pack'; readonly path: string; readonly digest: string }

/** A planned entry without its number. */
export type JudgedEntry = Omit<PlanEntry, 'index'>

export interface KeptFile {
  readonly path: string
  readonly rawName: string
  readonly staged: StagedFile
  readonly mediaType: string
}

export interface ParsedFile extends KeptFile {
  /** Key under which the shelf holds what was parsed. */
  readonly shelved: number
}

export interface PlanOptions {
  readonly keepUnreadable: boolean
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
  readonly commit: (planId: Id, leaveOut: readonly number[]) => JobState
  /** Plan and commit in one, file by file: what was read first is durable before the next is looked at. */
  readonly importNow: (paths: readonly string[], options: PlanOptions) => JobState
  readonly discard: (planId: Id) => Promise<void>
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
  /** Looks at the user's files once more, for a plan that was made a while ago. */
  readonly recheck: boolean
  readonly tell: (file: FileResult) => void
  readonly committed: () => void
}
