import type { PackRecord } from '../../records/recordSets'
import { withNames } from '../../filing/editNames'

/** A record without the user's own order, by which two copies of it may differ and still be one. */
export const withoutNames = (record: PackRecord): PackRecord =>
  record.kind === 'article' ? { ...record, tags: [], collections: [] } : record

/**
 * A held article with the tags and collections of another copy behind its own, as far as it has them in no spelling; the
 * same object where it has all of them.
 */
export const withNamesOf = (held: PackRecord, other: PackRecord): PackRecord => {
  if (held.kind !== 'article' || other.kind !== 'article') return held
  const [tags, collections] = [
    withNames(other.tags)(held.tags),
    withNames(other.collections)(held.collections),
  ]
  if (tags === held.tags && collections === held.collections) return held
  return { ...held, tags: [...tags], collections: [...collections] }
}
