import type { Photo } from '#shared/model/photo'
import type { Note } from '#shared/model/note'
import type { AnyRecord, ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import type { Id } from '#shared/model/scalars'
import { currentVersion, supportOf } from '#shared/model/support'
import { facetsOf, namesOf } from './documentFacets'
import { bylineOf, issuedOf, photoDay, photoFacets, photoField } from './recordFields'
import type { DocumentFacets, DocumentText, SearchDocument } from './types'

/** Reads a record that another points at: a cited source, a reference. */
export type ReadRecord = (id: Id) => AnyRecord | undefined

const text = (field: string, value: string | undefined, more?: Partial<DocumentText>): DocumentText[] =>
  value ? [{ field, text: value, ...more }] : []

const optional = <K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } =>
  (value ? { [key]: value } : {}) as { readonly [P in K]?: string }

const fieldOfKind = { summary: 'summary', caption: 'caption' } as const

/** Names of what a version cites: the source's name and aliases, a reference's title, and the words as printed. */
const citedTexts = (article: ArticleRecord, versionId: Id, read: ReadRecord): DocumentText[] => {
  const names = new Set<string>()
  for (const citation of article.citations) {
    if (citation.versionId !== versionId) continue
    names.add(citation.literal)
    const source = citation.sourceId === undefined ? undefined : read(citation.sourceId)
    if (source?.kind === 'source') for (const name of [source.name, ...source.aliases]) names.add(name)
    const reference = citation.referenceId === undefined ? undefined : read(citation.referenceId)
    if (reference?.kind === 'reference' && reference.csl.title) names.add(reference.csl.title)
  }
  return [...names].flatMap((name) => text('source', name))
}

/** Names of the sources that a version cites, as the source's record prints them; where there is none, as the version does. */
const citedNames = (article: ArticleRecord, versionId: Id, read: ReadRecord): string[] => {
  const cited = article.citations.filter((citation) => citation.versionId === versionId)
  return cited.map(({ sourceId, literal }) => {
    const source = sourceId === undefined ? undefined : read(sourceId)
    return source?.kind === 'source' ? source.name : literal
  })
}

const articleTraits = (article: ArticleRecord): Pick<DocumentFacets, 'has' | 'is'> => {
  const version = currentVersion(article)
  const support = supportOf(version, article.citations)
  const paragraphs = version.passages.filter(({ passageKind }) => passageKind === 'paragraph')
  const rests = (basis: string): boolean =>
    paragraphs.some(({ label }) => support.get(label)?.basis === basis)
  const cited = article.citations.filter(({ versionId }) => versionId === version.id)
  return {
    has: namesOf({
      slot: version.slots.length > 0,
      photo: version.slots.some(({ photoId }) => photoId !== undefined),
      credit: version.slots.some(({ credit }) => credit !== undefined),
      citation: cited.length > 0,
      original: version.original !== undefined,
    }),
    is: namesOf({
      unsourced: rests('none'),
      inferred: rests('inferred'),
      'single-source': new Set(cited.map(({ sourceId, literal }) => sourceId ?? literal)).size === 1,
    }),
  }
}

/** What the user and the publisher filed an article under. */
const filedTexts = ({
  tags,
  collections,
  keywords = [],
  persons = [],
  places = [],
}: ArticleRecord): DocumentText[] => [
  ...places.flatMap((place) => text('place', place)),
  ...persons.flatMap((person) => text('person', person)),
  ...[...tags, ...keywords].flatMap((keyword) => text('keyword', keyword)),
  ...collections.flatMap((collection) => text('collection', collection)),
]

const articleDocument = (article: ArticleRecord, read: ReadRecord): SearchDocument => {
  const version = currentVersion(article)
  const {
    headline,
    publisher,
    language,
    dateline,
    tags,
    collections,
    keywords,
    persons,
    places = [],
  } = article
  return {
    id: article.id,
    kind: 'article',
    title: headline,
    ...optional('subtitle', publisher),
    ...optional('published', article.published?.edtf),
    ...optional('language', language),
    facets: facetsOf('article', {
      language: [language],
      publisher: [publisher],
      source: citedNames(article, version.id, read),
      place: [dateline, ...places],
      person: persons ?? [],
      keyword: keywords ?? [],
      tag: tags,
      collection: collections,
      month: [article.published?.edtf],
      ...articleTraits(article),
    }),
    texts: [
      ...text('headline', headline),
      ...text('byline', article.byline),
      ...text('place', dateline),
      ...text('publisher', publisher),
      ...version.passages.flatMap(({ label, passageKind, text: words, language: own }) =>
        text(
          passageKind === 'summary' || passageKind === 'caption' ? fieldOfKind[passageKind] : 'text',
          words,
          {
            passage: label,
            ...(own ? { language: own } : {}),
          },
        ),
      ),
      ...version.slots.flatMap((slot) => [...text('caption', slot.caption), ...text('source', slot.credit)]),
      ...citedTexts(article, version.id, read),
      ...filedTexts(article),
    ],
  }
}

const photoDocument = ({ id, fields, capturedAt, original }: Photo): SearchDocument => ({
  id,
  kind: 'photo',
  title: fields['headline'] ?? fields['title'] ?? fields['description'] ?? id,
  ...optional('subtitle', fields['creditLine'] ?? fields['creator']),
  ...optional('published', photoDay(fields, capturedAt)),
  facets: facetsOf('photo', {
    ...photoFacets(fields),
    month: [photoDay(fields, capturedAt)],
    has: namesOf({ original: original !== undefined, photo: true, credit: Boolean(fields['creditLine']) }),
  }),
  texts: Object.entries(fields).flatMap(([name, value]) => text(photoField(name), value)),
})

const referenceDocument = (reference: Reference, read: ReadRecord): SearchDocument => {
  const { csl } = reference
  const source = reference.sourceId === undefined ? undefined : read(reference.sourceId)
  return {
    id: reference.id,
    kind: 'reference',
    title: csl.title ?? reference.key,
    ...optional('subtitle', csl['container-title'] ?? csl.publisher),
    ...optional('published', issuedOf(csl)),
    ...optional('language', csl.language),
    facets: facetsOf('reference', {
      language: [csl.language],
      publisher: [csl['container-title'], csl.publisher],
      source: source?.kind === 'source' ? [source.name] : [],
      month: [issuedOf(csl)],
    }),
    texts: [
      ...text('title', csl.title ?? reference.key),
      ...text('byline', bylineOf(csl)),
      ...text('publisher', csl['container-title']),
      ...text('publisher', csl.publisher),
      ...(source?.kind === 'source' ? text('source', source.name) : []),
      ...text('keyword', reference.key),
    ],
  }
}

const itemDocument = (record: AnyRecord, read: ReadRecord): SearchDocument | undefined => {
  switch (record.kind) {
    case 'article':
      return articleDocument(record, read)
    case 'photo':
      return photoDocument(record)
    case 'reference':
      return referenceDocument(record, read)
    default:
      return undefined
  }
}

/**
 * An item as the engine indexes it, `notes` being those that are made on it; `undefined` for what is found through its article.
 */
export const recordToDocument = (
  record: AnyRecord,
  read: ReadRecord,
  notes: readonly Note[] = [],
): SearchDocument | undefined => {
  const document = itemDocument(record, read)
  if (!document || notes.length === 0) return document
  return { ...document, facets: { ...document.facets, has: [...(document.facets.has ?? []), 'note'] } }
}
