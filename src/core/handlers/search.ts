import type { Hit } from '#shared/contract/search'
import { explainQuery } from '../search/query/explainQuery'
import type { FacetCounts, SearchHit } from '../search/types'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

const toHit = ({ foundAs, ...hit }: SearchHit): Hit => ({
  ...hit,
  ...(foundAs ? { foundAs: [...foundAs] } : {}),
  places: hit.places.map((place) => ({ ...place, ranges: [...place.ranges] })),
})

const toCounts = ({ facet, values, more }: FacetCounts) => ({ facet, values: [...values], more })

export const searchHandlers = (os: ArchiveImplementer, { search }: Services) => ({
  query: os.search.query.handler(async ({ input, signal }) => {
    const started = performance.now()
    const answer = await search.query(input, signal ? { signal } : {})
    return {
      readAs: answer.readAs,
      notes: [...answer.notes],
      total: answer.total,
      facets: answer.facets.map(toCounts),
      hits: answer.hits.map(toHit),
      elapsed: performance.now() - started,
      index: search.state(),
      unknownWords: [...answer.unknownWords],
      suggestions: [...answer.suggestions],
    }
  }),
  places: os.search.places.handler(async ({ input, signal }) => {
    const places = await search.places(input.text, input.id, signal)
    return places.map((place) => ({ ...place, ranges: [...place.ranges] }))
  }),
  complete: os.search.complete.handler(async ({ input, signal }) => {
    const { from, to, options } = await search.complete(input.text, input.cursor, signal)
    return { from, to, options: [...options] }
  }),
  explain: os.search.explain.handler(({ input }) =>
    explainQuery(input.text).spans.map(({ from, to, readAs }) => ({ from, to, readAs })),
  ),
})
