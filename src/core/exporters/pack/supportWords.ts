import type { ArticleRecord } from '#shared/model/records'
import type { Source } from '#shared/model/citation'
import type { Support } from '#shared/model/support'

/** What a passage rests on, in words: never by a mark or a colour alone. */
export const supportWords = (support: Support): string => {
  if (support.basis === 'printed') return 'printed'
  if (support.basis === 'inferred') return 'inferred from the next source line'
  return support.citationIds.length > 0 ? 'confirmed by hand, not printed' : 'none'
}

/** Names of the sources that carry a passage, each once, in the order of its citations. */
export const supportSources = (
  support: Support,
  article: ArticleRecord,
  sources: ReadonlyMap<string, Source>,
): string => {
  const citations = new Map(article.citations.map((citation) => [citation.id, citation]))
  const names = support.citationIds.flatMap((id) => {
    const citation = citations.get(id)
    if (!citation) return []
    const source = citation.sourceId === undefined ? undefined : sources.get(citation.sourceId)
    return [source?.name ?? citation.literal]
  })
  return [...new Set(names)].join(', ')
}
