import type { Network } from '#shared/contract/overviews'
import type { Id } from '#shared/model/scalars'
import type { CitingArticle, Pause } from './types'

export type End = Network['ends'][number]

/** `from` is an index of the ends. */
export interface CountedLink {
  readonly from: number
  readonly sourceId: Id
  readonly articles: number
  readonly passages?: number
  readonly citations?: number
}

export interface CountedLinks {
  /** All of them, the one that cites most first. */
  readonly ends: readonly End[]
  /** At least those of the ends that are shown. */
  readonly links: readonly CountedLink[]
}

interface Gathered {
  readonly end: { name?: string; articles: number; passages: number; citations: number }
  readonly links: Map<Id, { articles: number; passages: number; citations: number }>
}

const gather = (gathered: Gathered, article: CitingArticle): void => {
  gathered.end.articles += 1
  gathered.end.passages += article.passages
  gathered.end.citations += article.citations
  for (const { sourceId, passages, citations } of article.cited) {
    const link = gathered.links.get(sourceId) ?? { articles: 0, passages: 0, citations: 0 }
    link.articles += 1
    link.passages += passages
    link.citations += citations
    gathered.links.set(sourceId, link)
  }
}

const nameOrder = (a: End, b: End): number =>
  (a.name ?? '') < (b.name ?? '') ? -1 : (a.name ?? '') > (b.name ?? '') ? 1 : 0

/** Links of articles with their sources, one by one or gathered by publisher; articles that cite nothing have none. */
export const countLinks = async (
  articles: readonly CitingArticle[],
  { byPublisher, most }: { readonly byPublisher: boolean; readonly most: number },
  pause: Pause,
): Promise<CountedLinks> => {
  const groups = new Map<string, Gathered & { readonly article?: CitingArticle }>()
  for (const article of articles) {
    if (article.cited.length === 0) continue
    const { publisher } = article
    const key = byPublisher ? (publisher === undefined ? '' : `=${publisher}`) : article.id
    const name = byPublisher ? publisher : article.headline
    const group = groups.get(key) ?? {
      end: { ...(name === undefined ? {} : { name }), articles: 0, passages: 0, citations: 0 },
      links: new Map(),
      ...(byPublisher ? {} : { article }),
    }
    gather(group, article)
    groups.set(key, group)
    await pause()
  }
  const ordered = [...groups.values()]
    .map(({ end, links, article }) => ({
      links,
      end: {
        ...end,
        ...(article ? { articleId: article.id } : {}),
        ...(article?.published === undefined ? {} : { published: article.published }),
      } satisfies End,
    }))
    .sort((a, b) => b.end.passages - a.end.passages || nameOrder(a.end, b.end))
  return {
    ends: ordered.map(({ end }) => end),
    links: ordered
      .slice(0, most)
      .flatMap(({ links }, from) => [...links].map(([sourceId, link]) => ({ from, sourceId, ...link }))),
  }
}
