import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textToSegments } from './segments'

const marked = (text: string, ranges: readonly (readonly [number, number])[]): readonly string[] =>
  textToSegments(text, ranges)
    .filter((segment) => segment.mark !== undefined)
    .map((segment) => segment.text)

describe('textToSegments', () => {
  it('cuts by code points, not by units, so that a sign beyond the first plane counts once', () => {
    expect(marked('𝒳𝒴 harbour', [[3, 10]])).toEqual(['harbour'])
    expect(marked('a👩‍🚒b', [[1, 4]])).toEqual(['👩‍🚒'])
  })

  it('marks words of Arabic and Chinese text', () => {
    expect(marked('مجلس الميناء ينشر', [[5, 12]])).toEqual(['الميناء'])
    expect(marked('港口委员会公布记录', [[2, 5]])).toEqual(['委员会'])
  })

  it('joins ranges that overlap, sorts those out of order, and cuts off what lies beyond the end', () => {
    expect(
      marked('one two three', [
        [8, 99],
        [0, 3],
        [2, 5],
      ]),
    ).toEqual(['one t', 'three'])
  })

  it('gives the text back whole, whatever the ranges', () => {
    const range = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(range), (text, ranges) => {
        const segments = textToSegments(text, ranges)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        expect(segments.every((segment) => segment.text.length > 0)).toBe(true)
      }),
    )
  })
})
