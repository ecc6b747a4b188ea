import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWithinEdits } from '../editDistance'
import { createWordTable } from './wordTable'

const letter = fc.constantFrom('a', 'b', 'c', 'é', 'п', 'у', '京', '\ud83d\ude00')
const word = fc.oneof(
  fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join('')),
  fc.constantFrom('a'.repeat(39), 'a'.repeat(40), 'a'.repeat(42)),
)

test('has every word of at most 40 letters within so many edits, and no more but for letters of equal bits', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 40 }),
      word,
      fc.constantFrom(1, 2),
      (words, asked, edits) => {
        const table = createWordTable({ termCount: () => words.length, word: (term) => words[term] ?? '' })
        const near = table.near(asked, edits as 1 | 2).map((term) => words[term])
        const wanted = words.filter((one) => one.length <= 40 && isWithinEdits(asked, one, edits))
        if (asked.length <= 40) expect(near).toEqual(expect.arrayContaining(wanted))
        // Of these letters no two have the same 8 bits.
        expect(near.filter((one = '') => !isWithinEdits(asked, one, edits) && one.length <= 40)).toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
})

test('takes in words that came later', () => {
  const words = ['harbour']
  const table = createWordTable({ termCount: () => words.length, word: (term) => words[term] ?? '' })
  expect(table.near('harbor', 1)).toEqual([0])
  for (let more = 0; more < 100; more++) words.push(`harbors${'x'.repeat(more)}`)
  expect(table.near('harbor', 2).map((term) => words[term])).toEqual(['harbour', 'harbors', 'harborsx'])
  expect(table.near('harborsxxxxxxxxxxxxxxxxxxxx', 1)).toHaveLength(3)
})
