import type { Network, NetworkView } from '#shared/contract/overviews'
import { sourceKind } from '#shared/model/citation'
import type { Id } from '#shared/model/scalars'
import type { CoveredSource } from '../store/catalogue/coverage'
import { countLinks, type CountedLinks } from './countLinks'
import { countTogether } from './countTogether'
import { rankSources, type RankedSource } from './rankSources'
import { totalsOf } from './tally'
import type { Coverage, Pause } from './types'

/** So many links for each end that is shown: more would be a black patch. */
const linksForEach = 8
/** Articles that are still drawn one by one, where nobody asked for it. */
const mostArticles = 25

export interface NetworkAsked {
  readonly view?: NetworkView | undefined
  readonly most: number
  /** Ends of the one article of which passages can be shown. */
  readonly passages?: CountedLinks | undefined
}

const chooseView = ({ articles }: Coverage, { view, passages }: NetworkAsked): NetworkView => {
  const isPossible = passages !== undefined
  if (view !== undefined && (view !== 'passages' || isPossible)) return view
  if (isPossible) return 'passages'
  return articles.length <= mostArticles ? 'articles' : 'together'
}

const toSource = (
  { id, articles, passages, citations }: RankedSource,
  known: CoveredSource | undefined,
): Network['sources'][number] => {
  const kind = sourceKind.safeParse(known?.sourceKind)
  return {
    id,
    name: known?.name ?? id,
    ...(kind.success ? { sourceKind: kind.data } : {}),
    articles,
    passages,
    citations,
  }
}

/**
 * Who is linked with whom: the `most` most cited sources, the ends that they are linked with, and the strongest links
 * between them. What is left out is counted.
 */
export const networkOf = async (coverage: Coverage, asked: NetworkAsked, pause: Pause): Promise<Network> => {
  const view = chooseView(coverage, asked)
  const ranked = await rankSources(coverage, pause)
  const shown = ranked.slice(0, asked.most)
  const indexes = new Map<Id, number>(shown.map(({ id }, at) => [id, at]))
  const counted =
    view === 'passages' && asked.passages
      ? asked.passages
      : view === 'together'
        ? await countTogether(coverage.articles, indexes, pause)
        : await countLinks(coverage.articles, { byPublisher: view === 'publishers', most: asked.most }, pause)
  const ends = counted.ends.slice(0, asked.most)
  const links = counted.links
    .map(({ sourceId, ...link }) => ({ ...link, to: indexes.get(sourceId) ?? -1 }))
    .filter(({ from, to }) => to >= 0 && (view === 'together' || from < ends.length))
    .sort(
      (a, b) =>
        (b.passages ?? b.articles) - (a.passages ?? a.articles) ||
        (b.citations ?? 0) - (a.citations ?? 0) ||
        a.from - b.from ||
        a.to - b.to,
    )
  const drawn = links.slice(0, asked.most * linksForEach)
  return {
    view,
    totals: await totalsOf(coverage, pause),
    sources: shown.map((source) => toSource(source, coverage.sources.get(source.id))),
    ends,
    links: drawn,
    rest: {
      sources: ranked.length - shown.length,
      ends: counted.ends.length - ends.length,
      links: links.length - drawn.length,
    },
  }
}
