import type { CatalogueReader } from '#core/store/types'
import type { Id } from '#shared/model/scalars'
import { recordToDocument, type ReadRecord } from './articleDocuments'
import type { DocumentSource } from './types'

/** Articles cite the same few sources, each many times. */
const rememberRecords = (read: ReadRecord): ReadRecord => {
  const known = new Map<Id, ReturnType<ReadRecord>>()
  return (id) => {
    if (!known.has(id)) known.set(id, read(id))
    return known.get(id)
  }
}

/** The items of a catalogue as documents. */
export const createCatalogueDocuments = (
  reader: Pick<
    CatalogueReader,
    'revision' | 'countItems' | 'changesSince' | 'changedAt' | 'record' | 'removal' | 'close'
  >,
): DocumentSource => ({
  revision: reader.revision,
  total: reader.countItems,
  changesSince: reader.changesSince,
  read: (ids) => {
    const pointedAt = rememberRecords(reader.record)
    return ids.flatMap((id) => {
      const record = reader.removal(id) ? undefined : reader.record(id)
      const document = record && recordToDocument(record, pointedAt)
      return document ? [document] : []
    })
  },
  mark: reader.changedAt,
  close: reader.close,
})
