import type { Source, SourceKind } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { sortedBy } from './compareText'

export interface CrateEntity {
  readonly '@id': string
  readonly '@type': string
  readonly [property: string]: unknown
}

const urn = (id: string): string => `urn:uuid:${id}`

const sourceTypes: Readonly<Record<SourceKind, string>> = {
  outlet: 'NewsMediaOrganization',
  agency: 'NewsMediaOrganization',
  institution: 'Organization',
  person: 'Person',
  platform: 'Organization',
}

/** schema.org has no word for a source of unknown kind but the widest. */
export const crateSource = (source: Source): CrateEntity => ({
  '@id': urn(source.id),
  '@type': source.sourceKind === undefined ? 'Thing' : sourceTypes[source.sourceKind],
  name: source.name,
  ...(source.aliases.length > 0 ? { alternateName: source.aliases } : {}),
  ...(source.url === undefined ? {} : { url: source.url }),
})

export const crateReference = (reference: Reference): CrateEntity => ({
  '@id': urn(reference.id),
  '@type': 'CreativeWork',
  name: reference.csl.title ?? reference.key,
  ...(reference.csl.URL === undefined ? {} : { url: reference.csl.URL }),
  ...(reference.sourceId === undefined ? {} : { publisher: { '@id': urn(reference.sourceId) } }),
})

const articleTypes = {
  news: 'NewsArticle',
  mail: 'EmailMessage',
  page: 'Article',
  document: 'Article',
  digest: 'Article',
} as const satisfies Readonly<Record<ArticleRecord['articleType'], string>>

const citedBy = (article: ArticleRecord): string[] => [
  ...new Set(
    article.citations.flatMap(({ sourceId, referenceId }) =>
      [sourceId, referenceId].filter((id) => id !== undefined),
    ),
  ),
]

/** An article as a work; `files` are those of the crate in which it stands. */
export const crateArticle = (article: ArticleRecord, files: readonly string[]): CrateEntity => ({
  '@id': urn(article.id),
  '@type': articleTypes[article.articleType],
  name: article.headline,
  headline: article.headline,
  ...(article.byline === undefined ? {} : { creditText: article.byline }),
  ...(article.published === undefined ? {} : { datePublished: article.published.edtf }),
  ...(article.modified === undefined ? {} : { dateModified: article.modified.edtf }),
  ...(article.language === undefined ? {} : { inLanguage: article.language }),
  ...(article.url === undefined ? {} : { url: article.url }),
  ...(article.basedOn === undefined ? {} : { isBasedOn: { '@id': urn(article.basedOn) } }),
  ...(article.tags.length > 0 ? { keywords: article.tags } : {}),
  citation: citedBy(article).map((id) => ({ '@id': urn(id) })),
  subjectOf: files.map((file) => ({ '@id': file })),
})

/** The user's collections, each as a set of works; their files stand with the articles. */
export const crateCollections = (articles: readonly ArticleRecord[]): CrateEntity[] => {
  const members = new Map<string, string[]>()
  for (const { id, collections } of articles)
    for (const name of collections) members.set(name, [...(members.get(name) ?? []), urn(id)])
  return sortedBy([...members], ([name]) => name).map(([name, ids], index) => ({
    '@id': `#collection-${index + 1}`,
    '@type': 'Dataset',
    name,
    hasPart: ids.map((id) => ({ '@id': id })),
  }))
}
