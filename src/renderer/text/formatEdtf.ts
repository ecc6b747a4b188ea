export type EdtfLength = 'short' | 'long'

/** English dates are written day, month, year, as the packs and the command line write them. */
export const dateLocale = (locale: string): string => (locale === 'en' ? 'en-GB' : locale)

/**
 * A date as far as it is known (EDTF level 0) in words: '2019', 'Mar 2019', '12 Sep 2024'. What doesn't read as a date is
 * given back as it is: never guessed.
 */
export const formatEdtf = (edtf: string, locale: string, length: EdtfLength): string => {
  const parts = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf)
  if (!parts?.[1]) return edtf
  const date = new Date(0)
  date.setUTCFullYear(Number(parts[1]), parts[2] ? Number(parts[2]) - 1 : 0, parts[3] ? Number(parts[3]) : 1)
  if (Number.isNaN(date.getTime())) return edtf
  return new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts[2] ? { month: length } : {}),
    ...(parts[3] ? { day: 'numeric' } : {}),
  }).format(date)
}
