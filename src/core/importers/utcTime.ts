/**
 * A moment as ISO 8601 in UTC, with milliseconds; undefined for what is none, and for a year that has no four digits, which
 * no date of a text is.
 */
export const utcTime = (at: Date): string | undefined => {
  if (Number.isNaN(at.getTime())) return undefined
  const year = at.getUTCFullYear()
  return year >= 0 && year <= 9999 ? at.toISOString() : undefined
}
