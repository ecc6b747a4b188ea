/** BibTeX and BibLaTeX entry types (BibLaTeX manual 3.20, 2.1) as types of CSL 1.0.2. */
const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  artwork: 'graphic',
  audio: 'song',
  bookinbook: 'chapter',
  booklet: 'pamphlet',
  book: 'book',
  collection: 'book',
  commentary: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  electronic: 'webpage',
  image: 'graphic',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry-encyclopedia',
  jurisdiction: 'legal_case',
  legal: 'legal_case',
  legislation: 'legislation',
  letter: 'personal_communication',
  manual: 'report',
  map: 'map',
  mastersthesis: 'thesis',
  misc: 'document',
  movie: 'motion_picture',
  music: 'song',
  mvbook: 'book',
  mvcollection: 'book',
  mvproceedings: 'book',
  mvreference: 'book',
  newspaper: 'article-newspaper',
  online: 'webpage',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  phdthesis: 'thesis',
  proceedings: 'book',
  reference: 'book',
  report: 'report',
  review: 'review',
  software: 'software',
  standard: 'standard',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  suppperiodical: 'article-journal',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  video: 'motion_picture',
  webpage: 'webpage',
  www: 'webpage',
}

const periodicals: ReadonlySet<string> = new Set(['article-journal', 'periodical'])

/**
 * The CSL type of an entry; undefined where its type is not known. `entrysubtype` tells newspapers and magazines from
 * journals, as Zotero, Pandoc and biblatex-chicago use it; a `misc` that gives an address is a web page, as BibTeX has no
 * other type for one.
 */
export const cslTypeOf = (type: string, fields: ReadonlyMap<string, string>): string | undefined => {
  const csl = types[type]
  const subtype = fields.get('entrysubtype')?.toLowerCase() ?? ''
  if (csl !== undefined && periodicals.has(csl)) {
    if (/newspaper/.test(subtype)) return 'article-newspaper'
    if (/magazine/.test(subtype)) return 'article-magazine'
  }
  const isPage =
    type === 'misc' && (fields.has('url') || /\\url|https?:/.test(fields.get('howpublished') ?? ''))
  return isPage ? 'webpage' : csl
}

const genres: ReadonlyMap<string, string> = new Map([
  ['bathesis', "Bachelor's thesis"],
  ['mathesis', "Master's thesis"],
  ['mastersthesis', "Master's thesis"],
  ['phdthesis', 'PhD thesis'],
  ['resreport', 'Research report'],
  ['techreport', 'Technical report'],
])

/** What BibTeX prints for a type of entry, and BibLaTeX for the key of a `type`; undefined where that is nothing. */
export const genreOf = (word: string): string | undefined => genres.get(word)
