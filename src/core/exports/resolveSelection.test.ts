import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FacetFilter } from '#shared/contract/search'
import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import { ask, engineOf } from '../search/fixtures/engine'
import { articleOf } from '../search/fixtures/memorySource'
import type { SearchEngine } from '../search/searchEngine'
import { resolveSelection } from './resolveSelection'

const publishers = ['The "Daily" Example', 'Gazette: evening', 'AND', 'Ünlü Haber']
const documents = Array.from({ length: 24 }, (_, at) => ({
  ...articleOf(at + 1, `Harbour ${at % 3}`, [at % 2 === 0 ? 'old tunnels and quays' : 'a jetty (closed)']),
  facets: {
    publisher: [publishers[at % 4] ?? ''],
    language: [at % 3 === 0 ? 'fr' : 'en'],
    month: [at % 5 === 0 ? '2019' : `2019-0${1 + (at % 9)}`],
  },
}))

/** Nothing is asked of it where no id is given. */
const catalogue = { record: () => undefined, keptFor: (id: Id): Id => id }

const anyFilter: fc.Arbitrary<FacetFilter> = fc.record(
  {
    facet: fc.constantFrom('publisher', 'language', 'month'),
    value: fc.constantFrom(
      ...publishers,
      'fr',
      'en',
      '2019',
      '2019-04',
      '2019-02/2019-05',
      '/2019-03',
      'none',
    ),
    excluded: fc.boolean(),
  },
  { requiredKeys: ['facet', 'value'] },
)
const anyText = fc.constantFrom(
  '',
  ' ',
  'harbour',
  'old tunn',
  'quays OR jetty',
  '-jetty',
  '"old tunnels',
  'a) OR',
  'NOT',
)

const shown = async (engine: SearchEngine, text: string, filters: readonly FacetFilter[]): Promise<Id[]> =>
  (await ask(engine, text, { filters, limit: 100 })).hits.map(({ id }) => id).sort()

test('a search under filters is exactly what it shows, whatever its text and filters are', async () => {
  const engine = await engineOf(...documents)
  await fc.assert(
    fc.asyncProperty(anyText, fc.array(anyFilter, { maxLength: 4 }), async (query, filters) => {
      const hits = await shown(engine, query, filters)
      const resolved = resolveSelection({ query, filters }, catalogue, engine)
      if (hits.length === 0) await expect(resolved).rejects.toMatchObject({ code: 'selection-empty' })
      else expect([...((await resolved) ?? [])].sort()).toEqual(hits)
    }),
    { numRuns: 200 },
  )
})

test('filters without a text narrow everything; without either it is everything', async () => {
  const engine = await engineOf(...documents)
  const filters = [{ facet: 'language' as const, value: 'fr' }]
  expect(await resolveSelection({ filters }, catalogue, engine)).toHaveLength(8)
  expect(await resolveSelection({}, catalogue, engine)).toBeUndefined()
})

test('an id that is not held is refused, whatever the search finds', async () => {
  const engine = await engineOf(...documents)
  const selection = { ids: ['0193a000-0000-7000-8000-000000000000'], query: 'harbour' }
  await expect(resolveSelection(selection, catalogue, engine)).rejects.toBeInstanceOf(CuttingsError)
})
