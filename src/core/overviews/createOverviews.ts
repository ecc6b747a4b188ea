import type { ArchiveOutputs } from '#shared/contract/archive'
import type { NetworkView, OverviewScope, TimeUnit } from '#shared/contract/overviews'
import { createPauses } from '../jobs/createPauses'
import type { SearchService } from '../search/types'
import type { NameCounting } from '../filing/createNameCounts'
import type { Archive } from '../store/types'
import { createCoverages } from './createCoverages'
import { networkOf } from './networkOf'
import { passageLinks } from './passageLinks'
import { articlesIn, timelineOf } from './timelineOf'
import type { CitingArticle, Coverage } from './types'

type Outputs = ArchiveOutputs['overviews']

export interface Overviews {
  readonly timeline: (
    asked: { readonly scope: OverviewScope; readonly by?: TimeUnit | undefined },
    signal?: AbortSignal,
  ) => Promise<Outputs['timeline']>
  readonly articles: (
    asked: {
      readonly scope: OverviewScope
      readonly by: TimeUnit
      readonly period?: string | undefined
      readonly offset: number
      readonly limit: number
    },
    signal?: AbortSignal,
  ) => Promise<Outputs['articles']>
  readonly network: (
    asked: {
      readonly scope: OverviewScope
      readonly view?: NetworkView | undefined
      readonly most: number
    },
    signal?: AbortSignal,
  ) => Promise<Outputs['network']>
  readonly groups: (signal?: AbortSignal) => Promise<Outputs['groups']>
}

const toRow = ({ id, headline, publisher, published, cited, citations }: CitingArticle) => ({
  id,
  headline,
  ...(publisher === undefined ? {} : { publisher }),
  ...(published === undefined ? {} : { published }),
  sources: cited.length,
  citations,
})

/** What was published and cited when, and which sources go together. Reads, and keeps nothing on disk. */
export const createOverviews = ({
  archive: { catalogue },
  names,
  search,
}: {
  readonly archive: Archive
  readonly names: Pick<NameCounting, 'groups'>
  readonly search: Pick<SearchService, 'catchUp' | 'select'>
}): Overviews => {
  const coverageOf = createCoverages({ catalogue, search })

  /** Passages can be shown of one article; of more they would be told by nothing. */
  const passagesOf = ({ articles: [first, ...others] }: Coverage) => {
    const record = first && others.length === 0 ? catalogue.record(first.id) : undefined
    return record?.kind === 'article' ? passageLinks(record) : undefined
  }

  return {
    timeline: async ({ scope, by }, signal) =>
      timelineOf(await coverageOf(scope, signal), by, createPauses(signal)),
    articles: async ({ scope, by, period, offset, limit }, signal) => {
      const all = articlesIn(await coverageOf(scope, signal), by, period)
      return { total: all.length, rows: all.slice(offset, offset + limit).map(toRow) }
    },
    network: async ({ scope, view, most }, signal) => {
      const coverage = await coverageOf(scope, signal)
      return networkOf(coverage, { view, most, passages: passagesOf(coverage) }, createPauses(signal))
    },
    groups: (signal) => names.groups(signal),
  }
}
