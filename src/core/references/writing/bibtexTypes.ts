import type { CslType } from '#shared/csl/cslTypes'

export type BibtexDialect = 'bibtex' | 'biblatex'

interface EntryType {
  readonly biblatex: string
  readonly bibtex: string
  readonly subtype?: string
}

const both = (name: string): EntryType => ({ biblatex: name, bibtex: name })
const misc = (biblatex: string): EntryType => ({ biblatex, bibtex: 'misc' })

/** Entry types of BibLaTeX (manual 3.20, 2.1) and of classic BibTeX for the types of CSL; others are `misc`. */
const types: Partial<Readonly<Record<CslType, EntryType>>> = {
  'article-journal': both('article'),
  'article-magazine': { ...both('article'), subtype: 'magazine' },
  'article-newspaper': { ...both('article'), subtype: 'newspaper' },
  book: both('book'),
  chapter: both('incollection'),
  dataset: misc('dataset'),
  'entry-encyclopedia': { biblatex: 'inreference', bibtex: 'incollection' },
  graphic: misc('image'),
  legal_case: misc('jurisdiction'),
  legislation: misc('legislation'),
  manuscript: both('unpublished'),
  motion_picture: misc('movie'),
  pamphlet: both('booklet'),
  'paper-conference': both('inproceedings'),
  patent: misc('patent'),
  performance: misc('performance'),
  periodical: misc('periodical'),
  personal_communication: misc('letter'),
  post: misc('online'),
  'post-weblog': misc('online'),
  report: { biblatex: 'report', bibtex: 'techreport' },
  review: misc('review'),
  software: misc('software'),
  song: misc('music'),
  standard: misc('standard'),
  thesis: { biblatex: 'thesis', bibtex: 'phdthesis' },
  webpage: misc('online'),
}

/** The entry type of a type of CSL, and what tells newspapers and magazines from journals. */
export const entryTypeOf = (
  type: string,
  genre: unknown,
  dialect: BibtexDialect,
): { readonly name: string; readonly subtype?: string } => {
  const entry = types[type as CslType] ?? both('misc')
  const isMaster = type === 'thesis' && dialect === 'bibtex' && /^master/i.test(String(genre))
  const name = isMaster ? 'mastersthesis' : entry[dialect]
  return { name, ...(entry.subtype === undefined ? {} : { subtype: entry.subtype }) }
}
