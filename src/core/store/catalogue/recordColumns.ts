import { cslDateStart } from '#shared/csl/cslDateStart'
import type { Article } from '#shared/model/article'
import type { Source } from '#shared/model/citation'
import type { Photo } from '#shared/model/photo'
import type { AnyRecord, ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { language as languageShape } from '#shared/model/scalars'
import { currentVersion, supportOf } from '#shared/model/support'
import { titleOf } from '../../records/titleOf'

/** What lists show and filter by, computed from a record when it is committed. */
export interface RecordColumns {
  readonly title: string
  readonly subtitle?: string | undefined
  /** EDTF. */
  readonly published?: string | undefined
  readonly language?: string | undefined
  readonly support?: string
  readonly slots?: number
  readonly slotsHeld?: number
  readonly basedOn?: string | undefined
  readonly sourceId?: string | undefined
}

export type StoredRecord = Exclude<AnyRecord, { kind: 'citation' }>

/** Titles as everywhere (`titleOf`), so that a list and a reading view say the same. */
export const recordColumns = (record: StoredRecord): RecordColumns => {
  switch (record.kind) {
    case 'article':
      return articleColumns(record)
    case 'photo':
      return photoColumns(record)
    case 'reference':
      return referenceColumns(record)
    case 'source':
      return sourceColumns(record)
    case 'claim':
      return { title: titleOf(record), subtitle: record.status }
    case 'note':
      return { title: titleOf(record), subtitle: record.open ? 'open' : undefined }
  }
}

const articleColumns = (article: ArticleRecord): RecordColumns => {
  const { slots } = currentVersion(article)
  return {
    title: titleOf(article),
    subtitle: article.publisher ?? article.byline,
    published: article.published?.edtf,
    language: article.language,
    support: supportLetters(article),
    slots: slots.length,
    slotsHeld: slots.filter((slot) => slot.photoId !== undefined).length,
    basedOn: article.basedOn,
  }
}

const letters = { printed: 'p', inferred: 'i', none: 'n' } as const

/** One letter for each paragraph of the current version, in order. */
const supportLetters = (article: Pick<Article, 'versions'> & Pick<ArticleRecord, 'citations'>): string => {
  const version = currentVersion(article)
  const support = supportOf(version, article.citations)
  return [...version.passages]
    .filter((passage) => passage.passageKind === 'paragraph')
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((passage) => letters[support.get(passage.label)?.basis ?? 'none'])
    .join('')
}

const photoColumns = (photo: Photo): RecordColumns => {
  const { fields } = photo
  return {
    title: titleOf(photo),
    subtitle: fields['creator'] ?? fields['creditLine'],
    published: edtfOf(photo.capturedAt ?? fields['dateCreated']),
  }
}

const edtfOf = (time: string | undefined): string | undefined => time?.match(/^\d{4}(-\d{2}(-\d{2})?)?/)?.[0]

const referenceColumns = (reference: Reference): RecordColumns => ({
  title: titleOf(reference),
  subtitle: reference.csl['container-title'] ?? reference.csl.publisher,
  published: reference.csl.issued && cslDateStart(reference.csl.issued),
  language: languageShape.safeParse(reference.csl.language).data,
  sourceId: reference.sourceId,
})

const sourceColumns = (source: Source): RecordColumns => ({
  title: titleOf(source),
  subtitle: source.sourceKind,
})
