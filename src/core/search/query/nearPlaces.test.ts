import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearKeys, type Places } from './nearPlaces'

const positions = 2 ** 29

const anyPlaces = fc
  .record({
    length: fc.integer({ min: 1, max: 3 }),
    at: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 12 })), {
      maxLength: 12,
    }),
  })
  .map(({ length, at }): Places => ({
    length,
    places: Float64Array.from(at, ([key, position]) => key * positions + position).sort(),
  }))

/** Each with each. */
const slowly = (left: Places, right: Places, distance: number): number[] => {
  const keys = new Set<number>()
  for (const a of left.places)
    for (const b of right.places) {
      const key = Math.floor(a / positions)
      if (key !== Math.floor(b / positions)) continue
      const between = a < b ? b - a - left.length : a - b - right.length
      if (a !== b && between >= 0 && between <= distance) keys.add(key)
    }
  return [...keys].sort((a, b) => a - b)
}

test('finds the texts in which two stand near each other, as comparing each with each does', () => {
  fc.assert(
    fc.property(anyPlaces, anyPlaces, fc.integer({ min: 0, max: 5 }), (left, right, distance) => {
      expect(nearKeys(left, right, distance, () => undefined)).toEqual(slowly(left, right, distance))
    }),
    { numRuns: 2000 },
  )
})

test('takes the end of one text and the beginning of the next for far apart', () => {
  const left = { length: 1, places: Float64Array.from([positions - 1]) }
  const right = { length: 1, places: Float64Array.from([positions]) }
  expect(nearKeys(left, right, 999, () => undefined)).toEqual([])
  expect(nearKeys(right, left, 999, () => undefined)).toEqual([])
})

test('asks again and again whether anybody still waits', () => {
  const many = { length: 1, places: Float64Array.from({ length: 200_000 }, (_, at) => at * 3) }
  let looks = 0
  nearKeys({ length: 1, places: new Float64Array(0) }, many, 1, () => (looks += 1))
  expect(looks).toBe(4)
})
