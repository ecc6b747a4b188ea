import type { RecordSet } from '#shared/model/records'
import { sortedBy } from './compareText'

/** The same set in a fixed order: by id, originals by digest. Records themselves are left as they are. */
export const sortedRecords = (records: RecordSet): RecordSet => ({
  articles: sortedBy(records.articles, (record) => record.id),
  photos: sortedBy(records.photos, (record) => record.id),
  references: sortedBy(records.references, (record) => record.id),
  sources: sortedBy(records.sources, (record) => record.id),
  claims: sortedBy(records.claims, (record) => record.id),
  notes: sortedBy(records.notes, (record) => record.id),
  originals: sortedBy(records.originals, (original) => original.sha256),
})
