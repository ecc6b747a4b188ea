/** `2019:03:23 10:11:12.50+02:00` as EXIF has it, or the same in ISO 8601. */
const time =
  /^(\d{4})[:/-](\d{2})[:/-](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?\s*(Z|[+-]\d{2}:?\d{2})?)?$/

/** The date and time of a camera in ISO 8601, with the offset where one is stated; undefined where it is none. */
export const readCaptureTime = (cell: string): string | undefined => {
  const match = time.exec(cell.trim())
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour, minute, second = '00', zone = ''] = match
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return undefined
  if (hour === undefined || minute === undefined) return `${year}-${month}-${day}`
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 61) return undefined
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`
}
