import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { exactFingerprintsOf, type Fingerprint } from '../likeness/fingerprintsOf'
import type { StandingLookup } from './standing'

type MadeRecord = Exclude<AnyRecord, { kind: 'citation' }>

/** Records that one file makes, which its later parts are compared with as with those that are held. */
export interface MadeSoFar {
  readonly lookup: StandingLookup
  /** Adds a record, or puts a later form of one in its place. */
  readonly add: (record: MadeRecord) => void
  readonly ofKind: <K extends MadeRecord['kind']>(kind: K) => Extract<MadeRecord, { kind: K }>[]
}

const keyOf = ({ kind, value }: Fingerprint): string => `${kind} ${value}`

export const createMadeSoFar = (held: StandingLookup): MadeSoFar => {
  const records = new Map<Id, MadeRecord>()
  const known = new Map<string, Id>()
  return {
    lookup: {
      ...held,
      record: (id) => records.get(id) ?? held.record(id),
      itemsWith: (fingerprint) => {
        const made = known.get(keyOf(fingerprint))
        const ids = held.itemsWith(fingerprint)
        return made === undefined || ids.includes(made) ? ids : [...ids, made]
      },
    },
    add: (record) => {
      records.set(record.id, record)
      for (const fingerprint of exactFingerprintsOf(record)) known.set(keyOf(fingerprint), record.id)
    },
    ofKind: <K extends MadeRecord['kind']>(kind: K) =>
      [...records.values()].filter(
        (record): record is Extract<MadeRecord, { kind: K }> => record.kind === kind,
      ),
  }
}
