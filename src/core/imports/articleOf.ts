import type { Citation } from '#shared/model/citation'
import type { ArticleFields, Slot, SourceLine, Version } from '#shared/model/article'
import type { ParsedArticle, ParsedSlot } from '#shared/model/parsed'
import type { ArticleRecord } from '#shared/model/records'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import type { SourceFinder } from './sourceFinder'

export interface ArticleOfOptions {
  /** SHA-256 of the file that was read. */
  readonly original: Sha256
  readonly clock: Clock
  readonly sources: SourceFinder
  /** The photo that a slot shows, by the name that its picture has there. */
  readonly photoOf: (picture: string) => Id | undefined
}

const slotOf = ({ picture, ...slot }: ParsedSlot, photoOf: ArticleOfOptions['photoOf']): Slot => {
  const photoId = picture === undefined ? undefined : photoOf(picture)
  return photoId === undefined ? slot : { ...slot, photoId }
}

const detectedOf = ({ charset, languageDetected }: ParsedArticle): Pick<Version, 'detected'> => {
  if (!charset && !languageDetected) return {}
  return {
    detected: {
      ...(charset ? { charset } : {}),
      ...(languageDetected ? { language: languageDetected } : {}),
    },
  }
}

interface Made {
  readonly version: Version
  readonly citations: Citation[]
}

const makeVersion = (
  parsed: ParsedArticle,
  articleId: Id,
  number: number,
  { original, clock, sources, photoOf }: ArticleOfOptions,
): Made => {
  const versionId = clock.createId()
  const citations: Citation[] = []
  const sourceLines: SourceLine[] = parsed.sourceLines.map(({ after, literal, order, cites }) => {
    const own = cites.map((cite): Citation => {
      const sourceId = sources.find(cite).id
      const base = { id: clock.createId(), kind: 'citation', articleId, versionId, passage: after } as const
      return { ...base, sourceId, literal: cite.literal, origin: 'printed' }
    })
    citations.push(...own)
    return { after, literal, order, citationIds: own.map((citation) => citation.id) }
  })
  const { passages, furniture, doubts, origins, capture, pages } = parsed
  const version: Version = {
    id: versionId,
    articleId,
    number,
    original,
    importedAt: clock.now().toISOString(),
    passages,
    sourceLines,
    slots: parsed.slots.map((slot) => slotOf(slot, photoOf)),
    furniture,
    ...(doubts.length > 0 ? { doubts } : {}),
    ...detectedOf(parsed),
    ...(origins ? { origins } : {}),
    ...(capture ? { capture } : {}),
    ...(pages === undefined ? {} : { pages }),
  }
  return { version, citations }
}

/** A new article of one version, citations in the order in which they are printed. */
export const articleOf = (parsed: ParsedArticle, options: ArticleOfOptions): ArticleRecord => {
  const id = options.clock.createId()
  const { version, citations } = makeVersion(parsed, id, 1, options)
  return { ...parsed.fields, id, kind: 'article', versions: [version], tags: [], collections: [], citations }
}

/** What a later version says of itself goes before what an earlier one said; when it was published first does not change. */
const renewedFields = (held: ArticleRecord, fields: ArticleFields): Partial<ArticleFields> => {
  const published = held.published ?? fields.published
  return { ...fields, ...(published ? { published } : {}) }
}

/** A held article with one version more. Citations of the earlier ones stay with them. */
export const withVersion = (
  held: ArticleRecord,
  parsed: ParsedArticle,
  options: ArticleOfOptions,
): ArticleRecord => {
  const number = Math.max(...held.versions.map((version) => version.number)) + 1
  const { version, citations } = makeVersion(parsed, held.id, number, options)
  return {
    ...held,
    ...renewedFields(held, parsed.fields),
    versions: [...held.versions, version],
    citations: [...held.citations, ...citations],
  }
}
