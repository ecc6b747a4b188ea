import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createEditMatcher } from './editDistance'
import { termsWithin } from './termsWithin'

const dictionary = (words: readonly string[]) => {
  let looked = 0
  return {
    looked: () => looked,
    termCount: () => words.length,
    word: (term: number) => {
      looked += 1
      return words[term] ?? ''
    },
    termsWithPrefix: (prefix: string) =>
      words.flatMap((word, term) => (word.startsWith(prefix) ? [term] : [])),
  }
}

const words = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 }),
  {
    minLength: 50,
    maxLength: 400,
  },
)

it('finds what looking at each word finds, in whatever order the dictionary is', () => {
  fc.assert(
    fc.property(
      words,
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 }),
      (list, wanted) => {
        for (const order of [list, [...list].sort()])
          for (const edits of [1, 2]) {
            const each = order.flatMap((word, term) =>
              createEditMatcher(wanted, edits).matches(word) ? [term] : [],
            )
            expect(termsWithin(dictionary(order), wanted, edits)).toEqual(each)
          }
      },
    ),
    { numRuns: 100 },
  )
})

it('does not look at each of many words that begin hopelessly', () => {
  const shard = dictionary(
    [
      'aaabbbbb',
      ...Array.from({ length: 5000 }, (_, at) => `zzzz${String(at).padStart(4, '0')}`),
      'zzzzz',
    ].sort(),
  )
  expect(termsWithin(shard, 'aabbbbbb', 1)).toEqual([0])
  expect(shard.looked()).toBeLessThan(100)
})
