import { utcTime } from '../utcTime'
const literal =
  /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(\d{2})?)?\s*(?:(Z)|([+-])(\d{2})'?(\d{2})?'?)?/

/**
 * A date of a PDF's own kind (ISO 32000-1, 7.9.4: `D:20190323100000+01'00'`) as EDTF: a time in UTC only where it says how
 * far from it the clock was. Undefined where it is none.
 */
export const pdfDate = (text: string): string | undefined => {
  const match = literal.exec(text.trim())
  if (!match) return undefined
  const [
    ,
    year = '',
    month,
    day,
    hour,
    minute = '00',
    second = '00',
    utc,
    sign,
    hours = '00',
    minutes = '00',
  ] = match
  if (month === undefined) return year
  if (day === undefined) return `${year}-${month}`
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return undefined
  if (hour === undefined || (utc === undefined && sign === undefined)) return date
  const instant = new Date(`${date}T${hour}:${minute}:${second}${sign ? `${sign}${hours}:${minutes}` : 'Z'}`)
  return utcTime(instant) ?? date
}
