const shape = /^(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/
const offsetShape = /^([+-])(\d{2}):(\d{2})$/

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * A date of EXIF (`2008:05:30 15:56:01`, 4.6.5 of EXIF 2.32) in the form of ISO 8601, with the fraction of a second and the
 * offset that stand in tags of their own. Undefined where it is blank, zero or no date.
 */
export const exifDate = (stated: string, fraction = '', offset = ''): string | undefined => {
  const parts = shape.exec(stated.trim())
  if (!parts) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second] = parts
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  const seconds = second === undefined ? '' : `:${second}`
  const part = second !== undefined && /^\d{1,9}$/.test(fraction.trim()) ? `.${fraction.trim()}` : ''
  const zone = offset.trim() === 'Z' ? 'Z' : (offsetShape.exec(offset.trim())?.[0] ?? '')
  return `${year}-${month}-${day}T${hour}:${minute}${seconds}${part}${zone}`
}
