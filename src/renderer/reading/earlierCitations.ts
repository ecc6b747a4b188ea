import type { ArticleView } from '#shared/contract/records'
import type { PassageChange, VersionComparison } from '#shared/contract/versions'
import type { Version } from '#shared/model/article'

/** A citation that was made on an earlier version, and what became of the words that it was made on. */
export interface EarlierCitation {
  readonly id: string
  /** Name of the source, else the words as printed. */
  readonly name: string
  readonly literal: string
  readonly sourceId?: string
  /** The version on which it was made, and its passage there: it stays with them. */
  readonly version: number
  readonly passage: string
  readonly fate: Exclude<PassageChange['as'], 'new'> | 'not-known'
  /** The passage of the shown version that came of it. */
  readonly now?: string
}

/** The versions before `shown` on which citations were made, by number. */
export const citedEarlier = ({ article }: ArticleView, shown: Version): readonly number[] => {
  const cited = new Set(article.citations.map(({ versionId }) => versionId))
  return article.versions
    .filter(({ id, number }) => number < shown.number && cited.has(id))
    .map(({ number }) => number)
}

/** Citations of versions before `shown`, the latest version first. Nothing is moved to the words that stand there now. */
export const earlierCitations = (
  { article, sources }: ArticleView,
  shown: Version,
  comparisons: ReadonlyMap<number, VersionComparison>,
): readonly EarlierCitation[] => {
  const names = new Map(sources.map((source) => [source.id, source.name]))
  const numbers = new Map(article.versions.map(({ id, number }) => [id, number]))
  return article.citations
    .flatMap(({ id, literal, passage, sourceId, versionId }) => {
      const version = numbers.get(versionId)
      if (version === undefined || version >= shown.number) return []
      const change = comparisons.get(version)?.changes.find((one) => one.from === passage)
      const citation: EarlierCitation = {
        id,
        name: (sourceId && names.get(sourceId)) || literal,
        literal,
        version,
        passage,
        fate: change && change.as !== 'new' ? change.as : 'not-known',
        ...(sourceId === undefined ? {} : { sourceId }),
        ...(change?.to === undefined ? {} : { now: change.to }),
      }
      return [citation]
    })
    .sort((a, b) => b.version - a.version)
}
