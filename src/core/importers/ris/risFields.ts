/**
 * Tags of RIS (specification of 2011, and the older names of the same) as variables of CSL 1.0.2. Of several tags for one
 * variable the first here is taken. Tags that need more than a word are in `recordToReference.ts`.
 */
export const textTags: readonly (readonly [string, string])[] = [
  ['TI', 'title'],
  ['T1', 'title'],
  ['CT', 'title'],
  ['ST', 'title-short'],
  ['JF', 'container-title'],
  ['T3', 'collection-title'],
  ['J2', 'container-title-short'],
  ['JA', 'container-title-short'],
  ['J1', 'container-title-short'],
  ['AB', 'abstract'],
  ['N2', 'abstract'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['PP', 'publisher-place'],
  ['ET', 'edition'],
  ['VL', 'volume'],
  ['NV', 'number-of-volumes'],
  ['SE', 'section'],
  ['LA', 'language'],
  ['CN', 'call-number'],
  ['DB', 'archive'],
  ['DP', 'source'],
  ['DO', 'DOI'],
  ['DI', 'DOI'],
]

/** Titles of what a record is part of: T2, and names that only some programs write. */
export const containerTags: readonly string[] = ['T2', 'BT', 'JO']

/** Types whose T2 names the series in which they appear. */
export const inSeries: ReadonlySet<string> = new Set([
  'book',
  'report',
  'map',
  'software',
  'standard',
  'pamphlet',
])

/** A2 and A3 are by turns editors of the work and of its series: of a book the second, of what is in one the first. */
export const nameTags = (type: string): readonly (readonly [string, string])[] => [
  ['AU', 'author'],
  ['A1', 'author'],
  ['ED', 'editor'],
  ['A2', type === 'book' ? 'collection-editor' : 'editor'],
  ['A3', type === 'book' ? 'editor' : 'collection-editor'],
  ['A4', 'translator'],
]

/** What an issue number counts, by type. */
export const issueVariable = (type: string): string =>
  ['report', 'patent', 'standard', 'legislation', 'bill'].includes(type) ? 'number' : 'issue'
