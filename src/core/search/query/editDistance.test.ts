import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEditMatcher } from './editDistance'

/** Optimal string alignment as it is defined, without any haste. */
const distance = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
  const changed = a.at(-1) === b.at(-1) ? 0 : 1
  const costs = [distance(x, b) + 1, distance(a, y) + 1, distance(x, y) + changed]
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    costs.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1)
  return Math.min(...costs)
}

describe('createEditMatcher', () => {
  it.each([
    ['pocket', 'pokcet', 1, true],
    ['pocket', 'pockets', 1, true],
    ['pocket', 'poket', 1, true],
    ['pocket', 'packet', 1, true],
    ['pocket', 'packets', 1, false],
    ['pocket', 'packets', 2, true],
    ['a', '', 1, true],
  ])('says of %s and %s within %i: %s', (wanted, word, most, expected) => {
    expect(createEditMatcher(wanted, most).matches(word)).toBe(expected)
  })

  it('agrees with the definition, in whatever order words come', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, fc.constantFrom(1, 2), fc.array(word, { maxLength: 20 }), (wanted, most, words) => {
        for (const list of [words, [...words].sort()]) {
          const { matches } = createEditMatcher(wanted, most)
          expect(list.filter(matches)).toEqual(list.filter((each) => distance(each, wanted) <= most))
        }
      }),
      { numRuns: 300 },
    )
  })
})
