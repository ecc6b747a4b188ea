import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepWords, unitsOf, wordsOf, type WordStep } from './wordSteps'

const text = 'Forty passengers, it said, took the ferry.'

const selected = (keys: readonly (readonly [WordStep, boolean])[], words = wordsOf(text, 'en')): string => {
  const span = keys.reduce((now, [step, extend]) => stepWords(now, step, extend, words.length), {
    from: 0,
    to: 0,
  })
  const range = unitsOf(span, words)
  return range ? text.slice(range.start, range.end) : ''
}

describe('steps over words', () => {
  it('go from word to word, and select more with what stands between', () => {
    expect(selected([])).toBe('Forty')
    expect(selected([['next', false]])).toBe('passengers')
    expect(
      selected([
        ['next', false],
        ['next', true],
        ['next', true],
      ]),
    ).toBe('passengers, it said')
    expect(selected([['last', true]])).toBe('Forty passengers, it said, took the ferry')
    expect(
      selected([
        ['last', false],
        ['previous', true],
      ]),
    ).toBe('the ferry')
  })

  it('set words apart in scripts without spaces', () => {
    expect(wordsOf('橋は閉鎖された', 'ja').length).toBeGreaterThan(1)
    expect(wordsOf('one two', 'no tag at all')).toHaveLength(2)
    expect(wordsOf('…')).toEqual([])
  })

  it('never leave the text, whatever is pressed', () => {
    const step = fc.constantFrom<WordStep>('next', 'previous', 'first', 'last')
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean())), (keys) => {
        expect(text).toContain(selected(keys))
        expect(selected(keys)).not.toBe('')
      }),
    )
  })
})
