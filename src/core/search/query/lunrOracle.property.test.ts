import fc from 'fast-check'
import lunr from 'lunr'
import { expect, test } from 'vitest'
import { createAnalyser } from '../analysis/analyser'
import { searchFields } from '../fields'
import { arbitraryDocuments, vocabulary } from '../fixtures/arbitraryDocuments'
import { createPlainShard } from '../fixtures/plainShard'
import { arbitraryShards } from '../fixtures/arbitraryShards'
import { createVirtualLunr } from '../fixtures/virtualLunr'
import type { Shard } from '../index/shard'
import type { SearchDocument } from '../types'
import { createTermBinder } from './bindTerms'
import type { Ranked } from './rank'
import { Scratch } from './scratch'
import { runPlan } from './search'
import { lunrScoring } from './statistics'

const analyser = createAnalyser()
const scratch = new Scratch()
const chosen = fc.subarray(vocabulary, { minLength: 1, maxLength: 4 })

const ours = (shards: readonly Shard[], words: readonly string[]): readonly Ranked[] => {
  const { literal } = createTermBinder(analyser, shards)
  const parts = words.map((word) => literal(word, undefined))
  const search = {
    shards,
    analyser,
    scratch,
    text: '',
    filters: [],
    sort: 'relevance' as const,
    most: 100,
    countFacets: false,
    scoring: lunrScoring,
  }
  return runPlan(search, { type: 'any', parts }).best
}

const lunrs = (index: lunr.Index, words: readonly string[]): Ranked[] =>
  index
    .query((query) => {
      for (const word of words) query.term(word, { usePipeline: false })
    })
    .map(({ ref, score }) => ({ id: ref, score }))

const expectSame = (found: readonly Ranked[], expected: readonly Ranked[], tolerance: number): void => {
  const scores = new Map(expected.map(({ id, score }) => [id, score]))
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set(scores.keys()))
  for (const [at, { id, score }] of found.entries()) {
    expect(Math.abs(score - (scores.get(id) ?? 0))).toBeLessThan(tolerance)
    expect(Math.abs(score - (expected[at]?.score ?? 0))).toBeLessThan(tolerance)
  }
}

const isThere = (shards: readonly Shard[]) => (word: string) =>
  shards.some((shard) => shard.term(word) !== undefined)

test('scores are those of lunr’s own query over the same shards, split and masked in whatever way', () => {
  fc.assert(
    fc.property(arbitraryShards(analyser, 8), chosen, ({ shards, kept }, words) => {
      const known = words.filter(isThere(shards))
      // lunr finds everything where nothing is asked for.
      if (kept.length === 0 || known.length === 0) return
      expectSame(ours(shards, known), lunrs(createVirtualLunr(shards), known), 1e-6)
    }),
    { numRuns: 100 },
  )
})

/** A real index by lunr's own Builder, which rounds its weights to three digits. */
const builtByLunr = (documents: readonly SearchDocument[]): lunr.Index =>
  lunr((builder) => {
    builder.pipeline.reset()
    builder.searchPipeline.reset()
    builder.ref('id')
    for (const { name, boost } of searchFields) builder.field(name, { boost })
    for (const { id, texts } of documents) {
      const fields = searchFields.map(({ name }) => [
        name,
        texts
          .filter(({ field }) => field === name)
          .map(({ text }) => text)
          .join(' '),
      ])
      builder.add({ id, ...Object.fromEntries(fields) })
    }
  })

test('scores are those of an index that lunr’s Builder made of the same documents', () => {
  fc.assert(
    fc.property(arbitraryDocuments(8), chosen, (documents, words) => {
      const shards = [createPlainShard(analyser, documents)]
      const known = words.filter(isThere(shards))
      if (known.length === 0) return
      expectSame(ours(shards, known), lunrs(builtByLunr(documents), known), 0.0005 * known.length * 5 + 1e-6)
    }),
    { numRuns: 100 },
  )
})
