import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Claim } from '#shared/model/claim'
import type { Photo } from '#shared/model/photo'
import type { Source } from '#shared/model/citation'

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const ofArticle = ({ tags: _tags, collections: _collections, ...rest }: ArticleRecord): object => rest

const ofPhoto = ({ position: _position, contentCredentials: _credentials, ...rest }: Photo): object => rest

const ofSource = ({ houseNote: _houseNote, owner: _owner, ...rest }: Source): object =>
  rest.confidential ? {} : rest

const ofClaim = ({ checks: _checks, evidence, ...rest }: Claim): object => ({
  ...rest,
  evidence: evidence.map(({ obtained: _obtained, ...one }) => one),
})

/** What every pack says of its own files, where it says it in several words that a desk could file by. */
const ownWords = [
  'Citation pack',
  'Cited works',
  'Works cited',
  'Source lines',
  'Chicago notes',
  'Web annotations',
  'Contact sheet',
] as const

/**
 * What a redacted pack carries anyway, one text for each record, and what it says of itself. Worked out from the records
 * before they are redacted, and apart from what redacts them: a text that was left in by mistake must not count as one that
 * may stand there.
 */
export const standingTexts = (records: RecordSet): readonly string[] => [
  ...ownWords,
  ...[
    ...records.articles.map(ofArticle),
    ...records.photos.map(ofPhoto),
    ...records.references,
    ...records.sources.map(ofSource),
    ...records.claims.map(ofClaim),
  ].map((record) => textsIn(record).join('\n')),
]
