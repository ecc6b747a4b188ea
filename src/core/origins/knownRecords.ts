import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { Publishers } from './createPublishers'

export type ReadRecord = (id: Id) => AnyRecord | undefined

/** Where it is looked up who stands behind something: an archive, or the records of a pack. */
export interface KnownRecords {
  readonly record: ReadRecord
  /** Another number wherever a record changed. */
  readonly revision: () => number
  readonly publishers: Publishers
  /** Of the newest version of an article; undefined where its text is too short to be compared. */
  readonly signature: (id: Id) => Uint32Array | undefined
}
