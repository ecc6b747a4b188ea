import type { Hit } from '#shared/contract/search'
import { itemKind } from '#shared/model/kinds'
import type { FacetFilter, SearchAnswer, SearchHit } from '../search/types'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

const toHit = ({ foundAs: _, ...hit }: SearchHit): Hit => ({
  ...hit,
  places: hit.places.map((place) => ({ ...place, ranges: [...place.ranges] })),
})

/** What the page chooses of kinds and languages, as the engine takes it. */
const filtersOf = (kinds: readonly string[] = [], languages: readonly string[] = []): FacetFilter[] => [
  ...kinds.map((value) => ({ facet: 'kind' as const, value })),
  ...languages.map((value) => ({ facet: 'language' as const, value })),
]

const countsOf = ({ facets }: SearchAnswer, facet: FacetFilter['facet']) =>
  facets.find((counts) => counts.facet === facet)?.values ?? []

export const searchHandlers = (os: ArchiveImplementer, { search }: Services) => ({
  query: os.search.query.handler(async ({ input, signal }) => {
    const started = performance.now()
    const { kinds, languages, ...asked } = input
    const answer = await search.query(
      { ...asked, filters: filtersOf(kinds, languages) },
      signal ? { signal } : {},
    )
    return {
      readAs: answer.readAs,
      notes: [...answer.notes],
      total: answer.total,
      facets: {
        kinds: countsOf(answer, 'kind').map(({ value, count }) => ({ kind: itemKind.parse(value), count })),
        languages: countsOf(answer, 'language').map(({ value, count }) => ({ language: value, count })),
      },
      hits: answer.hits.map(toHit),
      elapsed: performance.now() - started,
      index: search.state(),
      unknownWords: [...answer.unknownWords],
    }
  }),
  places: os.search.places.handler(async ({ input }) => {
    const places = await search.places(input.text, input.id)
    return places.map((place) => ({ ...place, ranges: [...place.ranges] }))
  }),
})
