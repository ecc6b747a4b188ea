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

/** Who is named second and third, where that is not editor and editor of the series, as EndNote and Zotero have it. */
const secondNames: Readonly<Record<string, readonly [second: string, third: string]>> = {
  book: ['collection-editor', 'editor'],
  personal_communication: ['recipient', 'collection-editor'],
  // A3 is the adviser, for whom CSL has no other name.
  thesis: ['editor', 'contributor'],
}

/** Tags of names in the order in which they are read; of several for one variable the names are joined. */
export const nameTags = (type: string): readonly (readonly [tag: string, variable: string])[] => {
  const [second, third] = secondNames[type] ?? ['editor', 'collection-editor']
  return [
    ['AU', 'author'],
    ['A1', 'author'],
    ['ED', 'editor'],
    ['A2', second],
    ['A3', third],
    ['A4', 'translator'],
  ]
}

/** What an issue number counts, by type. */
export const issueVariable = (type: string): string =>
  ['report', 'patent', 'standard', 'legislation', 'bill'].includes(type) ? 'number' : 'issue'
