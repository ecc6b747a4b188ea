import { CuttingsError } from '#shared/errors'
import type { RecordKind } from '#shared/model/kinds'
import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import type { Catalogue } from './types'

type RecordOf<K extends RecordKind> = Extract<AnyRecord, { kind: K }>

/** The record of this kind and id; throws `not-found`. */
export const found = <K extends RecordKind>(catalogue: Catalogue, kind: K, id: Id): RecordOf<K> => {
  const record = catalogue.record(id)
  if (record?.kind !== kind) throw new CuttingsError('not-found', { what: kind })
  return record as RecordOf<K>
}

/** Those of these ids that are records of this kind, each once, in the order given. */
export const recordsOfKind = <K extends RecordKind>(
  catalogue: Catalogue,
  kind: K,
  ids: Iterable<Id | undefined>,
): RecordOf<K>[] => {
  const records: RecordOf<K>[] = []
  for (const id of new Set(ids)) {
    const record = id === undefined ? undefined : catalogue.record(id)
    if (record?.kind === kind) records.push(record as RecordOf<K>)
  }
  return records
}
