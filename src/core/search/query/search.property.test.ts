import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analysis/analyser'
import { arbitraryFilters, arbitraryQuery } from '../fixtures/arbitraryQuery'
import { arbitraryShards } from '../fixtures/arbitraryShards'
import { createNaiveTruth, passesFilters } from '../fixtures/naiveTruth'
import { createPlainShard } from '../fixtures/plainShard'
import type { Shard } from '../index/shard'
import type { SearchQuery, SortOrder } from '../types'
import { createBinder } from './bindQuery'
import { Scratch } from './scratch'
import { runPlan } from './search'
import type { QueryNode } from './syntax'

const analyser = createAnalyser()
const scratch = new Scratch()
const holds = createNaiveTruth(analyser)

const answer = (
  shards: readonly Shard[],
  node: QueryNode,
  { filters = [], sort = 'relevance' }: Pick<SearchQuery, 'filters' | 'sort'>,
  most = 100,
) => {
  const plan = createBinder(analyser, shards).bind(node)
  const search = { shards, analyser, scratch, text: '', filters, sort, most, countFacets: true }
  const found = plan && runPlan(search, plan)
  return found && { ...found, unknownWords: [...found.unknownWords].sort() }
}

/** Which words are common depends on the languages that there are: some document has to have one. */
const arbitrarySplit = arbitraryShards(analyser, 8).filter(({ kept }) =>
  kept.some(({ texts }) => texts.some(({ text }) => /[a-z]/.test(text))),
)

const orders: fc.Arbitrary<SortOrder> = fc.constantFrom('relevance', 'newest', 'oldest', 'headline')

describe('a query over any number of shards', () => {
  test('finds what holds by the texts themselves', () => {
    fc.assert(
      fc.property(arbitrarySplit, arbitraryQuery, arbitraryFilters, ({ shards, kept }, node, filters) => {
        const found = answer(shards, node, { filters })
        const expected = kept.filter((document) => holds(document, node) && passesFilters(document, filters))
        expect(found?.best.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
        expect(found?.total).toBe(expected.length)
      }),
      { numRuns: 500 },
    )
  })

  test('answers as one shard of the documents that count does: order, scores and facets', () => {
    fc.assert(
      fc.property(
        arbitrarySplit,
        arbitraryQuery,
        arbitraryFilters,
        orders,
        fc.constantFrom(1, 3, 100),
        ({ shards, kept }, node, filters, sort, most) => {
          const whole = [createPlainShard(analyser, kept)]
          expect(answer(shards, node, { filters, sort }, most)).toEqual(
            answer(whole, node, { filters, sort }, most),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})
