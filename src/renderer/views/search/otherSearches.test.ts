import { describe, expect, it } from 'vitest'
import { withoutWords, wordsOf } from './otherSearches'

describe('wordsOf', () => {
  it('keeps words and leaves out operators, fields and signs', () => {
    expect(wordsOf('"old quay" AND harb* -jetty source:reuters')).toEqual(['old', 'quay', 'harb'])
  })
})

describe('withoutWords', () => {
  it('leaves out what stands nowhere, in any case of letters', () => {
    expect(withoutWords('Tunel inspection', ['tunel'])).toBe('inspection')
  })

  it('is empty where nothing would be left', () => {
    expect(withoutWords('tunel', ['tunel'])).toBe('')
  })
})
