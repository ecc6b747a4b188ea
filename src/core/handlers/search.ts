import type { Hit } from '#shared/contract/search'
import type { SearchHit } from '../search/types'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'
import { completeFieldName, fromOlderFacets, toOlderQuery } from './olderSearch'

const toHit = (hit: SearchHit): Hit => ({
  ...hit,
  places: hit.places.map((place) => ({ ...place, ranges: [...place.ranges] })),
})

export const searchHandlers = (os: ArchiveImplementer, { search }: Services) => ({
  query: os.search.query.handler(async ({ input, signal }) => {
    const started = performance.now()
    const { text, filters, offset, limit, placesPerHit, facets } = input
    const asked = { ...toOlderQuery(text, filters), offset, limit, placesPerHit }
    const answer = await search.query(asked, signal ? { signal } : {})
    return {
      readAs: answer.readAs,
      notes: [...answer.notes],
      total: answer.total,
      facets: facets ? fromOlderFacets(answer.facets) : [],
      hits: answer.hits.map(toHit),
      elapsed: performance.now() - started,
      index: search.state(),
      unknownWords: [...answer.unknownWords],
      suggestions: [],
    }
  }),
  places: os.search.places.handler(async ({ input }) => {
    const places = await search.places(input.text, input.id)
    return places.map((place) => ({ ...place, ranges: [...place.ranges] }))
  }),
  complete: os.search.complete.handler(({ input }) => completeFieldName(input.text, input.cursor)),
  explain: os.search.explain.handler(() => []),
})
