import type { FieldOrigin } from '#shared/model/article'
import type { Fact, FactName } from './pageFacts'
import type { PageSurvey } from './pageSurvey'

type Names = Readonly<Partial<Record<FactName, readonly string[]>>>

/** Facebook's Open Graph, with its `article:` names. */
const openGraph: Names = {
  headline: ['og:title'],
  byline: ['article:author', 'og:article:author'],
  publisher: ['og:site_name'],
  published: ['article:published_time', 'og:article:published_time', 'og:pubdate'],
  modified: ['article:modified_time', 'og:article:modified_time', 'og:updated_time'],
  language: ['og:locale'],
  url: ['og:url'],
  keywords: ['article:tag', 'og:article:tag'],
  description: ['og:description'],
  picture: ['og:image', 'og:image:url', 'og:image:secure_url'],
}

const dublinCoreNames = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [
    `dc.${name}`,
    `dcterms.${name}`,
    `dcterm.${name}`,
    `dc:${name}`,
    `dcterms:${name}`,
  ])

const dublinCore: Names = {
  headline: dublinCoreNames('title'),
  byline: dublinCoreNames('creator'),
  publisher: dublinCoreNames('publisher'),
  published: dublinCoreNames('date.issued', 'issued', 'date.created', 'created', 'date'),
  modified: dublinCoreNames('date.modified', 'modified'),
  language: dublinCoreNames('language'),
  uri: dublinCoreNames('identifier'),
  keywords: dublinCoreNames('subject'),
  description: dublinCoreNames('description', 'abstract'),
  copyrightNotice: dublinCoreNames('rights'),
}

/** Names without a standard that newsrooms' systems write. */
const otherMeta: Names = {
  headline: ['parsely-title', 'sailthru.title', 'title', 'twitter:title', 'citation_title'],
  byline: ['author', 'parsely-author', 'sailthru.author', 'byl', 'byline', 'citation_author', 'authors'],
  publisher: ['publisher', 'application-name', 'citation_journal_title'],
  published: [
    'parsely-pub-date',
    'sailthru.date',
    'datepublished',
    'pubdate',
    'publish-date',
    'publish_date',
    'publishdate',
    'publication_date',
    'published',
    'citation_publication_date',
    'ptime',
    'pdate',
    'date',
  ],
  modified: ['datemodified', 'last-modified', 'lastmod', 'utime', 'revised'],
  language: ['content-language', 'language'],
  keywords: ['news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords'],
  description: ['description', 'twitter:description'],
  picture: ['twitter:image', 'twitter:image:src'],
  copyrightNotice: ['copyright'],
}

const severalValues: ReadonlySet<FactName> = new Set(['byline', 'keywords'])

const read = (metas: PageSurvey['metas'], from: FieldOrigin, names: Names): readonly Fact[] =>
  (Object.keys(names) as FactName[]).flatMap((name) =>
    (names[name] ?? []).flatMap((key) => {
      const values = metas.get(key) ?? []
      return [{ name, from, values: severalValues.has(name) ? values : values.slice(0, 1) }]
    }),
  )

/** What `<meta>` says, in the order of trust: Dublin Core, Open Graph, the rest. */
export const metaFacts = ({ metas }: PageSurvey): readonly Fact[] => [
  ...read(metas, 'dublin-core', dublinCore),
  ...read(metas, 'open-graph', openGraph),
  ...read(metas, 'meta', otherMeta),
]
