/**
 * The key under which a source's name is found: NFC, trimmed, case folded (upper then lower case, so that `ß` equals
 * `SS`). Otherwise exact.
 */
export const foldName = (name: string): string =>
  name.normalize('NFC').trim().toUpperCase().toLowerCase().normalize('NFC')

/** What titles are sorted by: without case and without marks, so that `Łódź` stands near `Lodz`. */
export const titleKey = (title: string): string =>
  title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l').trim()
