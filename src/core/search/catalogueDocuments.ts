import type { CatalogueReader } from '#core/store/types'
import type { Id } from '#shared/model/scalars'
import { recordToDocument, type ReadRecord } from './articleDocuments'
import type { DocumentSource, SearchDocument } from './types'

/** Articles cite the same few sources, each many times. */
const rememberRecords = (read: ReadRecord): ReadRecord => {
  const known = new Map<Id, ReturnType<ReadRecord>>()
  return (id) => {
    if (!known.has(id)) known.set(id, read(id))
    return known.get(id)
  }
}

/** Notes are records of their own: an item is told from others by having one, and is not found by its words. */
const noted = (document: SearchDocument, reader: Pick<CatalogueReader, 'notes'>): SearchDocument => {
  if (reader.notes({ itemId: document.id }, 0, 0).total === 0) return document
  const { facets } = document
  return { ...document, facets: { ...facets, has: [...(facets.has ?? []), 'note'] } }
}

/** The items of a catalogue as documents. */
export const createCatalogueDocuments = (
  reader: Pick<
    CatalogueReader,
    | 'revision'
    | 'countItems'
    | 'changesSince'
    | 'changedAt'
    | 'record'
    | 'isIntact'
    | 'removal'
    | 'notes'
    | 'close'
  >,
): DocumentSource => ({
  revision: reader.revision,
  total: reader.countItems,
  changesSince: reader.changesSince,
  read: (ids) => {
    const pointedAt = rememberRecords((id) => (reader.isIntact(id) ? reader.record(id) : undefined))
    return ids.flatMap((id) => {
      if (reader.removal(id)) return []
      try {
        const record = reader.record(id)
        const document = record && recordToDocument(record, pointedAt)
        return document ? [noted(document, reader)] : []
      } catch (error) {
        // One damaged record is not found, which is no reason to find nothing. Verify names it, and the daily copy does.
        if (reader.isIntact(id)) throw error
        return []
      }
    })
  },
  mark: reader.changedAt,
  close: reader.close,
})
