import type { Citation } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { currentVersion } from '#shared/model/support'
import type { CountedLink, CountedLinks, End } from './countLinks'

/** Code points of a passage that stand for it. */
const longest = 120

const beginning = (text: string): string => {
  const letters = [...text.replaceAll('\n', ' ')]
  return letters.length > longest ? `${letters.slice(0, longest).join('')} …` : letters.join('')
}

const gatherBySource = (citations: readonly Citation[], from: number): readonly CountedLink[] => {
  const counts = new Map<Id, number>()
  for (const { sourceId } of citations)
    if (sourceId !== undefined) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  return [...counts].map(([sourceId, count]) => ({
    from,
    sourceId,
    articles: 1,
    passages: 1,
    citations: count,
  }))
}

/** The passages of an article's current version that cite a source, in the order of the text. */
export const passageLinks = (article: ArticleRecord): CountedLinks => {
  const version = currentVersion(article)
  const cited = version.passages
    .map((passage) => ({
      passage,
      citations: article.citations.filter(
        (one) => one.versionId === version.id && one.passage === passage.label && one.sourceId !== undefined,
      ),
    }))
    .filter(({ citations }) => citations.length > 0)
    .sort((a, b) => a.passage.ordinal - b.passage.ordinal)
  const ends = cited.map(({ passage, citations }): End => {
    const lines = version.sourceLines.filter(({ after }) => after === passage.label)
    const literal = lines.map((line) => line.literal).join(' · ')
    return {
      name: passage.label,
      articleId: article.id,
      text: literal || beginning(passage.text),
      articles: 1,
      passages: 1,
      citations: citations.length,
    }
  })
  return { ends, links: cited.flatMap(({ citations }, from) => gatherBySource(citations, from)) }
}
