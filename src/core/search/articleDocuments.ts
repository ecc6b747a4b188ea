import type { Photo } from '#shared/model/photo'
import type { AnyRecord, ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import type { Id } from '#shared/model/scalars'
import { currentVersion, supportOf } from '#shared/model/support'
import type { DocumentText, SearchDocument } from './types'
import { bylineOf, issuedOf, photoField } from './recordFields'

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

const articleFlags = (article: ArticleRecord): string[] => {
  const version = currentVersion(article)
  const support = supportOf(version, article.citations)
  const paragraphs = version.passages.filter(({ passageKind }) => passageKind === 'paragraph')
  const rests = (basis: string): boolean =>
    paragraphs.some(({ label }) => support.get(label)?.basis === basis)
  const cited = article.citations.filter(({ versionId }) => versionId === version.id)
  const flags: Readonly<Record<string, boolean>> = {
    'has:slot': version.slots.length > 0,
    'has:photo': version.slots.some(({ photoId }) => photoId !== undefined),
    'has:credit': version.slots.some(({ credit }) => credit !== undefined),
    'has:citation': cited.length > 0,
    'has:original': version.original !== undefined,
    'is:unsourced': rests('none'),
    'is:inferred': rests('inferred'),
    'is:single-source': new Set(cited.map(({ sourceId, literal }) => sourceId ?? literal)).size === 1,
  }
  return Object.keys(flags).filter((flag) => flags[flag])
}

const articleDocument = (article: ArticleRecord, read: ReadRecord): SearchDocument => {
  const version = currentVersion(article)
  return {
    id: article.id,
    kind: 'article',
    title: article.headline,
    ...optional('subtitle', article.publisher),
    ...optional('published', article.published?.edtf),
    ...optional('language', article.language),
    flags: articleFlags(article),
    texts: [
      ...text('headline', article.headline),
      ...text('byline', article.byline),
      ...text('place', article.dateline),
      ...text('publisher', article.publisher),
      ...version.passages.flatMap(({ label, passageKind, text: words, language }) =>
        text(
          passageKind === 'summary' || passageKind === 'caption' ? fieldOfKind[passageKind] : 'text',
          words,
          {
            passage: label,
            ...(language ? { language } : {}),
          },
        ),
      ),
      ...version.slots.flatMap((slot) => [...text('caption', slot.caption), ...text('source', slot.credit)]),
      ...citedTexts(article, version.id, read),
      ...article.tags.flatMap((tag) => text('keyword', tag)),
    ],
  }
}

const photoDocument = ({ id, fields, capturedAt }: Photo): SearchDocument => ({
  id,
  kind: 'photo',
  title: fields['headline'] ?? fields['title'] ?? fields['description'] ?? id,
  ...optional('subtitle', fields['creditLine'] ?? fields['creator']),
  ...optional('published', fields['dateCreated']?.slice(0, 10) ?? capturedAt?.slice(0, 10)),
  flags: ['has:original', 'has:photo', ...(fields['creditLine'] ? ['has:credit'] : [])],
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
    flags: [],
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

/** An item as the engine indexes it; `undefined` for what is found through its article. */
export const recordToDocument = (record: AnyRecord, read: ReadRecord): SearchDocument | undefined => {
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
