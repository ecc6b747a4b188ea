import { CuttingsError } from '#shared/errors'
import { textLimit } from '../textLimit'

/** What a list of references may hold, whatever its format. */
export const referenceLimits = {
  bytes: textLimit,
  entries: 100_000,
  entryLength: 4_000_000,
  fieldLength: 1_000_000,
}

/** Refuses a field longer than the limit; counted in UTF-16 units, which is what it costs in memory. */
export const checkFieldLength = (length: number): void => {
  if (length > referenceLimits.fieldLength)
    throw new CuttingsError('limit', { what: 'characters in a field', most: referenceLimits.fieldLength })
}

/** Refuses the entry after the last that is allowed. */
export const checkEntryCount = (count: number): void => {
  if (count > referenceLimits.entries)
    throw new CuttingsError('limit', { what: 'entries', most: referenceLimits.entries })
}
