import { cslTypeNames, type CslType } from './cslTypes'

interface TypeFields {
  /** Variables that a form of this type shows, in its order. */
  readonly fields: readonly string[]
  /** What an item of this type wants; alternatives are parted by `|`. */
  readonly wanted: readonly string[]
}

/** Shown for every type, before and after its own. */
const first = ['title', 'author', 'issued']
const last = ['language', 'URL', 'accessed', 'abstract', 'keyword', 'note']

/**
 * By type, after a colon the variables of its own, after a stroke what it wants beyond title and date: what the styles that
 * ship print of such an item, and a reader needs to find it again.
 */
const table = `
article: publisher genre number version DOI | author
article-journal: container-title volume issue page number DOI ISSN container-title-short | author container-title volume|issue|DOI
article-magazine: container-title volume issue page section publisher | container-title
article-newspaper: container-title publisher-place edition section page publisher | container-title
bill: number authority chapter-number section volume page container-title | number authority|container-title
book: editor translator publisher publisher-place edition volume number-of-volumes number-of-pages collection-title collection-number ISBN original-title original-date | author|editor publisher
broadcast: director producer host guest container-title publisher number medium dimensions | publisher|container-title
chapter: container-author editor translator container-title publisher publisher-place edition volume page collection-title ISBN | author container-title publisher
classic: editor translator publisher publisher-place edition volume | -
collection: curator archive archive_collection archive_location archive-place | archive
dataset: publisher version genre number DOI | author|publisher URL|DOI
document: publisher publisher-place genre number archive archive_location | author|publisher
entry: container-title editor publisher edition volume page | container-title
entry-dictionary: container-title editor publisher edition volume page | container-title
entry-encyclopedia: container-title editor publisher edition volume page | container-title
event: organizer event-title event-place event-date publisher | event-date|issued
figure: container-title medium dimensions archive archive_location | author|container-title
graphic: medium dimensions genre archive archive_location archive-place publisher | author
hearing: authority event-place event-date number chair | authority
interview: interviewer container-title publisher medium event-date event-place archive | author
legal_case: authority container-title volume page number jurisdiction | authority
legislation: container-title volume page number section chapter-number jurisdiction authority | number|container-title
manuscript: genre archive archive_collection archive_location archive-place number-of-pages publisher | author archive|publisher
map: publisher publisher-place edition scale genre collection-title | author|publisher
motion_picture: director producer script-writer publisher medium dimensions genre | director|author publisher
musical_score: composer publisher publisher-place edition medium number ISMN | composer|author
pamphlet: publisher publisher-place number-of-pages collection-title archive | author|publisher
paper-conference: editor container-title event-title event-place event-date publisher publisher-place page volume DOI ISBN | author container-title|event-title
patent: authority number jurisdiction submitted status | author number authority
performance: performer director composer event-title event-place event-date publisher | event-place|publisher
periodical: editor publisher publisher-place volume issue ISSN | publisher
personal_communication: recipient medium archive archive_location | author recipient
post: container-title container-author genre medium | author container-title URL
post-weblog: container-title container-author | container-title URL
regulation: authority container-title number section jurisdiction | number
report: publisher publisher-place number genre collection-title page DOI ISBN | author|publisher
review: reviewed-title reviewed-author container-title volume issue page DOI | author reviewed-title container-title
review-book: reviewed-title reviewed-author container-title volume issue page DOI | author reviewed-title container-title
software: publisher version genre medium DOI | author|publisher version
song: composer performer container-title publisher medium number dimensions | author|composer|performer
speech: event-title event-place event-date genre | author event-title|event-place
standard: authority publisher number version status | number authority|publisher
thesis: publisher publisher-place genre number-of-pages archive DOI | author publisher genre
treaty: container-title volume page number event-place | -
webpage: container-title publisher genre version | author|publisher|container-title URL accessed
`

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '' && word !== '-')

const byType: ReadonlyMap<string, TypeFields> = new Map(
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [, type = '', own = '', wanted = ''] = /^(\S+): (.*) \| (.*)$/.exec(row) ?? []
      return [
        type,
        { fields: [...first, ...words(own), ...last], wanted: ['title', 'issued', ...words(wanted)] },
      ]
    }),
)

/** What belongs to a type; that of a document where the type is none of CSL's. */
export const fieldsOfType = (type: string): TypeFields =>
  byType.get(type) ?? byType.get('document') ?? { fields: [...first, ...last], wanted: ['title'] }

/** Types as a person looks for them: those of newsrooms first, then by name. */
export const typesInOrder: readonly CslType[] = [
  ...([
    'article-newspaper',
    'article-magazine',
    'article-journal',
    'webpage',
    'report',
    'book',
    'chapter',
    'broadcast',
    'interview',
    'post',
  ] as const),
  ...cslTypeNames,
].filter((type, at, all) => all.indexOf(type) === at)
