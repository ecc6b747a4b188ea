import type { AnyRecord, RecordSet } from '#shared/model/records'

export const emptyRecordSet: RecordSet = {
  articles: [],
  photos: [],
  references: [],
  sources: [],
  claims: [],
  notes: [],
  originals: [],
}

/** A record with an id of its own that can stand alone: a citation is part of its article. */
export type PackRecord = Exclude<AnyRecord, { kind: 'citation' }>

/** The records of a set, in the order in which they lean on each other. */
export const recordsIn = (set: RecordSet): readonly PackRecord[] => [
  ...set.sources,
  ...set.references,
  ...set.photos,
  ...set.articles,
  ...set.claims,
  ...set.notes,
]

/** How many items (articles, photos, references) a set holds. */
export const itemsIn = (set: RecordSet): number =>
  set.articles.length + set.photos.length + set.references.length

/** Records as a set without originals, each among those of its kind. */
export const setOfRecords = (records: readonly AnyRecord[]): RecordSet => ({
  ...emptyRecordSet,
  articles: records.filter((record) => record.kind === 'article'),
  photos: records.filter((record) => record.kind === 'photo'),
  references: records.filter((record) => record.kind === 'reference'),
  sources: records.filter((record) => record.kind === 'source'),
  claims: records.filter((record) => record.kind === 'claim'),
  notes: records.filter((record) => record.kind === 'note'),
})
