import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnalyser } from '../analysis/analyser'
import { anyText } from '../fixtures/anyText'
import { articleOf } from '../fixtures/memorySource'
import { createLiveIndex } from '../index/liveIndex'
import { Scratch } from './scratch'
import { runSearch } from './search'

test('a hundred thousand inputs never throw, and find no more than there is', () => {
  const analyser = createAnalyser()
  const scratch = new Scratch()
  const shard = createLiveIndex(analyser)
  const texts = ['AND a 3.5 of 1,000 U.S. Łódź', 'Ёлка 北京 野生か', 'الأخبار สวัสดี 한 9,265,7']
  for (const [at, text] of texts.entries()) shard.put(articleOf(at, text, [text, text]))
  fc.assert(
    fc.property(anyText, fc.constantFrom('relevance', 'newest', 'headline'), (text, sort) => {
      const search = {
        shards: [shard],
        analyser,
        scratch,
        text,
        filters: [],
        sort,
        most: 2,
        countFacets: true,
      }
      const { total, best } = runSearch(search)
      expect(total).toBeLessThanOrEqual(texts.length)
      expect(best.length).toBe(Math.min(total, 2))
    }),
    { numRuns: 100_000 },
  )
}, 120_000)
