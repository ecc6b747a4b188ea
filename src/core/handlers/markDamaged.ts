import { CuttingsError } from '#shared/errors'
import { anyRecord, type AnyRecord } from '#shared/model/records'
import type { CatalogueReader } from '../store/types'

/**
 * Whether what is shown is not as it was saved. Throws `record-damaged` where it has no longer the form of a record, and
 * cannot be shown.
 */
export const markDamaged = (
  catalogue: Pick<CatalogueReader, 'isIntact'>,
  record: AnyRecord,
): { readonly damaged?: true } => {
  if (catalogue.isIntact(record.id)) return {}
  if (!anyRecord.safeParse(record).success) throw new CuttingsError('record-damaged', { id: record.id })
  return { damaged: true }
}
