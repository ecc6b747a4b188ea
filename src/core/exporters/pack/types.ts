import type { Exported, FileResult, Verification } from '#shared/contract/jobs'
import type { Unlock } from '#core/exporters/sealing/age/types'
import type { SigningKey } from '#shared/contract/keys'
import type { PreflightReport } from '#shared/contract/preflight'
import type { PackCounts } from '#shared/contract/work'
import type { Event } from '#shared/model/event'
import type { RecordSet } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { LeftOut, PackProfileName } from '#shared/packProfiles'

/** What goes into a pack and comes out of one: equal after a round trip. */
export interface PackContents {
  readonly records: RecordSet
  /** Whole chains of the items (articles, photos, references) and of the sources; no local events. */
  readonly events: readonly Event[]
  /** The bytes of an original, as a stream. */
  readonly readOriginal: (sha256: Sha256) => AsyncIterable<Uint8Array>
}

export interface PackOptions {
  /** The pack's folder or zip; must not exist. */
  readonly destination: string
  readonly form: 'folder' | 'zip'
  /** The contents are what it carries already (`carryOnly`). */
  readonly profile: PackProfileName
  /** What the profile left out: said on the front page and in bag-info.txt. */
  readonly leftOut?: LeftOut
  /** What the checklist of its desk found: `checks/preflight.html` and `.json`. */
  readonly preflight?: PreflightReport
  /** Looks at what was written before it gets its name; whatever it throws leaves nothing there. */
  readonly inspect?: (written: string) => Promise<void>
  /** ISO 8601 in UTC: states when the pack was made, in all its files. */
  readonly date: string
  /** UUID of the pack: External-Identifier. */
  readonly identifier: Id
  /** Bag-Software-Agent: `Cuttings 0.1.0`. */
  readonly agent: string
  /** Makes a detached signature of tagmanifest-sha256.txt; without it the pack is unsigned. */
  readonly sign?: (tagManifest: Uint8Array) => Promise<string>
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: {
    readonly step: string
    readonly done: number
    readonly total: number
    readonly bytes: number
  }) => void
}

/**
 * Refuses with `destination-exists`, `destination-unwritable`, `disk-full`, `write-failed`, `cancelled`, with `damaged-file`
 * where an original is not what its record says, and with `archive-damaged` where a chain does not fit its record.
 */
export type WritePack = (contents: PackContents, options: PackOptions) => Promise<Exported>

export type CountPack = (records: RecordSet, originalBytes: (sha256: Sha256) => number) => PackCounts

export interface OpenPackOptions {
  /** Keys that the user knows by a name. */
  readonly knownKeys?: readonly SigningKey[]
  /** Opens a pack that is encrypted; without it such a pack is refused with `passphrase-wanted`. */
  readonly unlock?: Unlock
  readonly signal?: AbortSignal
  readonly onFile?: (file: FileResult) => void
  readonly onProgress?: (progress: {
    readonly done: number
    readonly total: number
    readonly bytes: number
  }) => void
}

/**
 * Checks a pack (folder or zip), or any bag, and writes nothing; every problem is told by `onFile` with outcome `problem`.
 * Throws only where there is nothing to look at (`not-found-file`, `link`, `not-a-file`, `unreadable`) or when `cancelled`.
 */
export type VerifyPack = (path: string, options?: OpenPackOptions) => Promise<Verification>

/**
 * Opens a pack that verifies, for an import: refuses with `pack-unsafe`, `pack-incomplete`, `pack-changed`,
 * `pack-unverifiable` otherwise. `close` ends the reading.
 */
export type ReadPack = (path: string, options?: OpenPackOptions) => Promise<OpenedPack>

export interface OpenedPack extends PackContents {
  /** As the pack states it: `full`, or another, which may be one of a later version. */
  readonly profile: string
  readonly leftOut: LeftOut
  readonly close: () => Promise<void>
}
