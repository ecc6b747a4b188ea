import type { Hit } from '#shared/contract/search'
import type { SearchHit, SearchQuery } from '../search/types'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the keys whose value is undefined: zod tells an absent field so, types and JSON don't. */
const withoutUndefined = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>

const toHit = (hit: SearchHit): Hit => ({
  ...hit,
  places: hit.places.map((place) => ({ ...place, ranges: [...place.ranges] })),
})

export const searchHandlers = (os: ArchiveImplementer, { search }: Services) => ({
  query: os.search.query.handler(async ({ input, signal }) => {
    const started = performance.now()
    const answer = await search.query(withoutUndefined(input) as SearchQuery, signal ? { signal } : {})
    return {
      readAs: answer.readAs,
      notes: [...answer.notes],
      total: answer.total,
      facets: { kinds: [...answer.facets.kinds], languages: [...answer.facets.languages] },
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
