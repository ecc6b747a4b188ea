import type { Id } from '#shared/model/scalars'
import type {
  CoveredArticle,
  CoveredCitation,
  CoveredSource,
  CoverageReader,
} from '../store/catalogue/coverage'
import { slicesOf } from './slicesOf'
import type { CitingArticle, Cited, Coverage, Pause } from './types'

const citedIn = (citations: readonly CoveredCitation[]): readonly Cited[] => {
  const bySource = new Map<Id, { citations: number; passages: Set<string> }>()
  for (const { sourceId, passage } of citations) {
    const known = bySource.get(sourceId) ?? { citations: 0, passages: new Set() }
    known.citations += 1
    known.passages.add(passage)
    bySource.set(sourceId, known)
  }
  return [...bySource].map(([sourceId, one]) => ({
    sourceId,
    citations: one.citations,
    passages: one.passages.size,
  }))
}

const citingArticle = (
  { id, headline, published, publisher }: CoveredArticle,
  citations: readonly CoveredCitation[],
): CitingArticle => ({
  id,
  headline,
  ...(published === null ? {} : { published }),
  ...(publisher === null ? {} : { publisher }),
  passages: new Set(citations.map(({ passage }) => passage)).size,
  citations: citations.length,
  cited: citedIn(citations),
})

const byPlace = (citations: readonly CoveredCitation[]): ReadonlyMap<number, CoveredCitation[]> => {
  const groups = new Map<number, CoveredCitation[]>()
  for (const citation of citations) {
    const group = groups.get(citation.seq)
    if (group) group.push(citation)
    else groups.set(citation.seq, [citation])
  }
  return groups
}

const readSources = async (
  reader: CoverageReader,
  articles: readonly CitingArticle[],
  pause: Pause,
): Promise<ReadonlyMap<Id, CoveredSource>> => {
  const ids = new Set<Id>()
  for (const { cited } of articles) for (const { sourceId } of cited) ids.add(sourceId)
  const sources = new Map<Id, CoveredSource>()
  for (const slice of slicesOf([...ids])) {
    for (const source of reader.sources(slice)) sources.set(source.id, source)
    await pause()
  }
  return sources
}

/** Articles at these places with what they cite, in the order of their adding. */
export const readCoverage = async (
  reader: CoverageReader,
  { places, others }: { readonly places: readonly number[]; readonly others: number },
  pause: Pause,
): Promise<Coverage> => {
  const articles: CitingArticle[] = []
  for (const slice of slicesOf(places)) {
    const citations = byPlace(reader.citations(slice))
    for (const article of reader.articles(slice))
      articles.push(citingArticle(article, citations.get(article.seq) ?? []))
    await pause()
  }
  return { articles, sources: await readSources(reader, articles, pause), others }
}
