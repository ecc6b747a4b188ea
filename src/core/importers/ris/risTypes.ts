/** Reference types of RIS (specification of 2011, and what Zotero, Mendeley and EndNote write beyond it) as CSL 1.0.2. */
const types = `
ABST article-journal|ADVS motion_picture|AGGR dataset|ANCIENT classic|ART graphic|BILL bill|BLOG post-weblog|BOOK book
CASE legal_case|CHAP chapter|CHART figure|CLSWK classic|COMP software|CONF paper-conference|CPAPER paper-conference
CTLG book|DATA dataset|DBASE dataset|DICT entry-dictionary|EBOOK book|ECHAP chapter|EDBOOK book|EJOUR article-journal
ELEC webpage|ENCYC entry-encyclopedia|EQUA figure|FIGURE figure|GEN document|GOVDOC report|GRANT document|GRNT document
HEAR hearing|ICOMM personal_communication|INPR article-journal|INTV interview|JFULL periodical|JOUR article-journal
LEGAL legislation|MANSCPT manuscript|MAP map|MGZN article-magazine|MPCT motion_picture|MULTI document|MUSIC musical_score
NEWS article-newspaper|PAMP pamphlet|PAT patent|PCOMM personal_communication|POD broadcast|PODCST broadcast|PRESS report
RPRT report|SER book|SLIDE speech|SOUND song|STAND standard|STAT legislation|THES thesis|UNBILL bill|UNPB manuscript
UNPD manuscript|VIDEO motion_picture|WEB webpage`

const byName: ReadonlyMap<string, string> = new Map(
  types
    .trim()
    .split(/[|\n]/)
    .map((row) => {
      const [ris = '', csl = ''] = row.split(' ')
      return [ris, csl] as const
    }),
)

/** What a type says beyond its CSL type, which has no room for it. */
export const genreOfRis = (type: string): string | undefined =>
  type.toUpperCase() === 'PRESS' ? 'Press release' : undefined

/** The CSL type of a record; undefined where RIS has no such type. */
export const cslTypeOfRis = (type: string): string | undefined => byName.get(type.toUpperCase())
