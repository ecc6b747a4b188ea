import type { Source } from '#shared/model/citation'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { sortedBy } from './compareText'
import { csvTable } from './csvTable'
import { articleFolder } from './packNames'

interface Cited {
  readonly sources: ReadonlyMap<string, Source>
  readonly references: ReadonlyMap<string, Reference>
}

const rowsOf = (article: ArticleRecord, { sources, references }: Cited) => {
  const versions = new Map(article.versions.map((version) => [version.id, version]))
  return article.citations.map((citation) => [
    article.headline,
    versions.get(citation.versionId)?.number,
    citation.passage,
    citation.sourceId === undefined ? undefined : sources.get(citation.sourceId)?.name,
    citation.literal,
    citation.locator,
    citation.origin,
    citation.referenceId === undefined ? undefined : references.get(citation.referenceId)?.key,
    articleFolder(article).slice('data/'.length),
    citation.id,
  ])
}

/** citations.csv: one row for each citation, in the order of its article. */
export const citationTable = (records: RecordSet): string => {
  const cited = {
    sources: new Map(records.sources.map((source) => [source.id, source])),
    references: new Map(records.references.map((reference) => [reference.id, reference])),
  }
  return csvTable(
    [
      'article',
      'version',
      'passage',
      'source',
      'as printed',
      'locator',
      'origin',
      'reference',
      'folder',
      'citation id',
    ],
    sortedBy(records.articles, (article) => article.id).flatMap((article) => rowsOf(article, cited)),
  )
}

/** source-lines.txt: the literals of the newest versions as printed, one per line. */
export const sourceLinesText = (articles: readonly ArticleRecord[]): string =>
  articles
    .flatMap((article) => article.versions.at(-1)?.sourceLines ?? [])
    .map((line) => `${line.literal}\n`)
    .join('')
