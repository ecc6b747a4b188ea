import { describe, expect, it } from 'vitest'
import { createFormats } from './createFormats'

const formats = createFormats(() => 'en')

describe('createFormats', () => {
  it('writes a date as far as it is known, and gives back what is none', () => {
    expect(formats.edtf('2019', 'long')).toBe('2019')
    expect(formats.edtf('2019-03', 'long')).toBe('March 2019')
    expect(formats.edtf('2019-03-23', 'short')).toBe('23 Mar 2019')
    expect(formats.edtf('some time', 'long')).toBe('some time')
  })

  it('names a language in its own words', () => {
    expect(formats.languageName('fr')).toBe('Français')
    expect(formats.languageName('ar')).toBe('العربية')
  })

  it('follows a change of language', () => {
    let locale = 'en'
    const changing = createFormats(() => locale)
    expect(changing.number(1234.5)).toBe('1,234.5')
    locale = 'de'
    expect(changing.number(1234.5)).toBe('1.234,5')
  })

  it('counts bytes in words', () => {
    expect(formats.bytes(1)).toBe('1 byte')
    expect(formats.bytes(4211)).toBe('4.2 kB')
  })
})
