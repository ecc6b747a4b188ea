import type { Source, SourceKind } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'

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
  citation: citedBy(article).map((id) => ({ '@id': urn(id) })),
  subjectOf: files.map((file) => ({ '@id': file })),
})
