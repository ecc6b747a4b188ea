/**
 * Date and time created (2:55 `CCYYMMDD`, 2:60 `HHMMSS±HHMM`) in the form of ISO 8601. Zeros stand for a month or a day that
 * is not known; a time without a whole day before it says nothing.
 */
export const iimDate = (date: string, time: string): string | undefined => {
  const [, year, month = '00', day = '00'] = /^(\d{4})[-:]?(\d\d)?[-:]?(\d\d)?$/.exec(date.trim()) ?? []
  if (year === undefined || year === '0000' || Number(month) > 12 || Number(day) > 31) return undefined
  if (month === '00') return year
  if (day === '00') return `${year}-${month}`
  const clock = /^(\d\d):?(\d\d):?(\d\d)(?:([+-]\d\d):?(\d\d))?$/.exec(time.trim())
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) return `${year}-${month}-${day}`
  const [, hour, minute, second, hours, minutes] = clock
  const zone = hours === undefined ? '' : `${hours}:${minutes}`
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}
