/**
 * A browser reads its tables for numbers, dates and names at their first use, for tens of milliseconds. Done while the
 * page waits for its host, this keeps it out of the first picture.
 */
export const warmFormats = (): void => {
  new Intl.NumberFormat('en-GB').format(0)
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' }).format(0)
  new Intl.DisplayNames('en', { type: 'language' }).of('en')
}
