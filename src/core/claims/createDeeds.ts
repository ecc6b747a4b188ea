import { CuttingsError } from '#shared/errors'
import type { Claim } from '#shared/model/claim'
import type { EventAction } from '#shared/model/event'
import type { Note } from '#shared/model/note'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import { emptyRecordSet } from '../records/recordSets'
import type { Catalogue } from '../store/types'

export interface DeedsDeps {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly actor: string
  /** Tells search and watchers that the catalogue changed. */
  readonly committed: () => void
}

/** What can be done to a record, one event and one transaction each. */
export interface Deeds extends Pick<DeedsDeps, 'clock'> {
  readonly now: () => string
  readonly store: <Kept extends Claim | Note | ArticleRecord>(record: Kept, action: EventAction) => Kept
  readonly withdraw: (id: Id, kind: 'claim' | 'note') => void
  readonly restore: (id: Id) => Claim | Note
}

const setOf = (record: Claim | Note | ArticleRecord): RecordSet => ({
  ...emptyRecordSet,
  articles: record.kind === 'article' ? [record] : [],
  claims: record.kind === 'claim' ? [record] : [],
  notes: record.kind === 'note' ? [record] : [],
})

export const createDeeds = ({ catalogue, clock, actor, committed }: DeedsDeps): Deeds => ({
  clock,
  now: () => clock.now().toISOString(),
  store: (record, action) => {
    catalogue.commit({ records: setOf(record), action, actor })
    committed()
    return record
  },
  withdraw: (id, kind) => {
    if (catalogue.record(id)?.kind !== kind) throw new CuttingsError('not-found', { what: kind })
    catalogue.withdraw(id, actor)
    committed()
  },
  restore: (id) => {
    const record = catalogue.restoreWithdrawn(id, actor)
    committed()
    return record
  },
})
