import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from './slugOf'

describe('slugOf', () => {
  it('keeps letters and digits and cuts between words', () => {
    expect(slugOf('Łódź: a city’s 14 photos!')).toBe('odz-a-citys-14-photos')
    expect(slugOf('one two three', 9)).toBe('one-two')
    expect(slugOf('abcdefghij', 5)).toBe('abcde')
    expect(slugOf('مرحبا')).toBe('untitled')
  })

  it('is always a safe name of a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = slugOf(text, 40)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(40)
      }),
    )
  })
})
