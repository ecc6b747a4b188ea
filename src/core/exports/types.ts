import type { JobState } from '#shared/contract/jobs'
import type { PackDifference } from '#shared/contract/packDifference'
import type { PreflightReport, PreflightWaiver } from '#shared/contract/preflight'
import type { PackCounts, Selection } from '#shared/contract/work'
import type { CompareOptions, ComparePackOptions } from '../exporters/sealing/difference/types'
import type { Lock } from '../exporters/sealing/age/types'
import type { Id } from '#shared/model/scalars'
import type { PackProfileName } from '#shared/packProfiles'

export interface ExportPreview {
  readonly counts: PackCounts
  readonly titles: { id: Id; kind: string; title: string }[]
  /** Proposed name of the pack, without an extension. */
  readonly name: string
}

export interface ExportRequest {
  readonly selection: Selection
  /** Path of the pack's folder or zip, which must not exist. */
  readonly destination: string
  readonly form: 'folder' | 'zip'
  readonly profile: PackProfileName
  readonly date?: string
  readonly identifier?: Id
  /** By the key of this user; refused with `no-signing-key` where there is none. */
  readonly sign?: boolean
  /** Writes a zip that is encrypted; the plain one is made inside the archive, and goes again. */
  readonly lock?: Lock
  readonly waivers?: readonly PreflightWaiver[]
}

export interface Exports {
  /** Of each rule the first findings. */
  readonly preflight: (selection: Selection, profile: PackProfileName) => Promise<PreflightReport>
  readonly preview: (selection: Selection, profile: PackProfileName) => Promise<ExportPreview>
  /** Answers once the work has started; throws what can be known before: `selection-empty`, `destination-exists`. */
  readonly start: (request: ExportRequest) => Promise<JobState>
  /** Nothing where no pack of the same selection is remembered. */
  readonly sinceLast: (selection: Selection, options?: CompareOptions) => Promise<PackDifference | undefined>
  readonly sincePack: (path: string, options: ComparePackOptions) => Promise<PackDifference>
}
