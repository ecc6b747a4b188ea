import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseMerge } from './chooseMerge'

const fresh = (...sizes: readonly number[]) => sizes.map((documents) => ({ documents, masked: 0 }))

test.each([
  [[4000], []],
  [[52_000, 1000], []],
  [
    [52_000, 1000, 1000],
    [1, 2],
  ],
  [
    [4000, 4000, 4000],
    [0, 1, 2],
  ],
  [
    [600, 100_000, 900, 30_000],
    [0, 2],
  ],
  [[2 ** 19, 2 ** 19], []],
])('%j: merges those at %j', (sizes, places) => {
  expect([...chooseMerge(fresh(...sizes))].sort()).toEqual(places)
})

test('writes a segment anew of which a third is masked', () => {
  expect(chooseMerge([{ documents: 10_000, masked: 4000 }])).toEqual([])
  expect(chooseMerge([{ documents: 8000, masked: 4000 }])).toEqual([0])
})

test('however documents come, there are few segments and each document is merged few times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 120 }), (arrivals) => {
      let sizes: number[] = []
      let written = 0
      for (const arrival of arrivals) {
        sizes.push(arrival)
        for (
          let places = chooseMerge(fresh(...sizes));
          places.length > 0;
          places = chooseMerge(fresh(...sizes))
        ) {
          const merged = places.reduce((sum, place) => sum + (sizes[place] as number), 0)
          sizes = [...sizes.filter((_, at) => !places.includes(at)), merged]
          written += merged
        }
      }
      const total = arrivals.reduce((sum, arrival) => sum + arrival, 0)
      expect(sizes.length).toBeLessThan(2 + Math.log2(total))
      expect(written / total).toBeLessThan(25)
    }),
  )
})
