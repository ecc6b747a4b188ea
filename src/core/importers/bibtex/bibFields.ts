/** How a field is read: as typeset text, or as it stands. */
export interface BibField {
  readonly variables: readonly string[]
  readonly verbatim?: true
}

const typeset = (...variables: string[]): BibField => ({ variables })
const verbatim = (...variables: string[]): BibField => ({ variables, verbatim: true })

/**
 * BibTeX and BibLaTeX fields (BibLaTeX manual 3.20, 2.2) as variables of CSL 1.0.2. Of several fields for one variable the
 * first here is taken. Fields that need more than a word are in `entryToCsl.ts`.
 */
export const textFields: ReadonlyMap<string, BibField> = new Map([
  ['abstract', typeset('abstract')],
  ['annotation', typeset('annote')],
  ['annote', typeset('annote')],
  ['chapter', typeset('chapter-number')],
  ['publisher', typeset('publisher')],
  ['institution', typeset('publisher')],
  ['school', typeset('publisher')],
  ['organization', typeset('publisher')],
  ['howpublished', typeset('publisher')],
  ['location', typeset('publisher-place')],
  ['address', typeset('publisher-place')],
  ['venue', typeset('event-place')],
  ['edition', typeset('edition')],
  ['series', typeset('collection-title')],
  ['shortjournal', typeset('container-title-short')],
  ['shorttitle', typeset('title-short')],
  ['volume', typeset('volume')],
  ['volumes', typeset('number-of-volumes')],
  ['part', typeset('part')],
  ['pagetotal', typeset('number-of-pages')],
  ['note', typeset('note')],
  ['version', typeset('version')],
  ['pubstate', typeset('status')],
  ['library', typeset('call-number')],
  ['origtitle', typeset('original-title')],
  ['origpublisher', typeset('original-publisher')],
  ['origlocation', typeset('original-publisher-place')],
  ['doi', verbatim('DOI')],
  ['isbn', verbatim('ISBN')],
  ['issn', verbatim('ISSN')],
  ['url', verbatim('URL')],
  ['pmid', verbatim('PMID')],
  ['pmcid', verbatim('PMCID')],
])

/** Titles with what BibLaTeX puts behind them: main field, subtitle. */
export const titleFields: readonly (readonly [string, readonly string[], string])[] = [
  ['title', ['title'], 'subtitle'],
  ['container-title', ['journaltitle', 'journal'], 'journalsubtitle'],
  ['container-title', ['booktitle'], 'booksubtitle'],
  ['event-title', ['eventtitle'], 'eventtitleaddon'],
]

export const nameFields: ReadonlyMap<string, string> = new Map([
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['bookauthor', 'container-author'],
])

/** Under this name stand in `custom` the fields whose names end with `and others`, for which CSL has no place. */
export const andOthers = 'and-others'

/** Fields that hold a date, by the prefix of their names. */
export const datePrefixes: readonly (readonly [string, string])[] = [
  ['', 'issued'],
  ['url', 'accessed'],
  ['orig', 'original-date'],
  ['event', 'event-date'],
]

/** What `number` counts: issues of a periodical, books of a series, or papers of their own. */
export const numberVariable = (type: string): string => {
  if (/^(?:article|periodical|review)/.test(type)) return 'issue'
  return ['book', 'chapter', 'paper-conference'].includes(type) ? 'collection-number' : 'number'
}

/** Whether a field is read as it stands and not as LaTeX. */
export const isVerbatimField = (field: string): boolean => textFields.get(field)?.verbatim === true
