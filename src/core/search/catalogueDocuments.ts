import type { CatalogueReader } from '#core/store/types'
import { recordToDocument } from './articleDocuments'
import type { DocumentSource } from './types'

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
  read: (ids) =>
    ids.flatMap((id) => {
      const record = reader.removal(id) ? undefined : reader.record(id)
      const document = record && recordToDocument(record, reader.record)
      return document ? [document] : []
    }),
  mark: reader.changedAt,
  close: reader.close,
})
