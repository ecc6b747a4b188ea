import { CuttingsError } from '#shared/errors'

export const isRecordDamage = (error: unknown): boolean =>
  error instanceof CuttingsError && error.code === 'record-damaged'

/**
 * A body as it was stored. It was validated on its way in, and its bytes are covered by the digest of the record's last
 * event, so that it is not validated again for each list. `id` names the record (of an original its SHA-256). Throws
 * `record-damaged` where its bytes are no JSON any more.
 */
export const parseStored = <T>(body: string, id: string): T => {
  try {
    return JSON.parse(body) as T
  } catch (error) {
    throw new CuttingsError('record-damaged', { id }, { cause: error })
  }
}
