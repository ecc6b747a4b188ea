import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLine, plainLine, plainText } from './plainText'

const obeyed =
  // eslint-disable-next-line no-control-regex -- what must not be there is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\n', '\r', '\u001b[31m', '\u009b', '\u0085', '\u2028', '\u202e', '\u0000', '"', '\\'),
  ),
})

describe('text of others', () => {
  it('has nothing that a terminal obeys, and keeps its lines', () => {
    expect(plainText('a \u001b[31mred\u0007\r\nb\u202egpj')).toBe(
      'a <U+001B>[31mred<U+0007><U+000D>\nb<U+202E>gpj',
    )
    fc.assert(fc.property(anyText, (text) => !obeyed.test(plainText(text))))
  })

  it('stays on its line', () => {
    expect(plainLine('name\nimported  forged')).toBe('name<U+000A>imported  forged')
    fc.assert(fc.property(anyText, (text) => !plainLine(text).includes('\n')))
  })

  it('keeps what joins the letters of a language', () => {
    expect(plainLine('می\u200cخواهم 👩\u200d👧')).toBe('می\u200cخواهم 👩\u200d👧')
  })
})

describe('a line of JSON', () => {
  it('is read back as it was, and is one line to any reader', () => {
    expect(jsonLine({ name: 'a\u2028b\u009b' })).toBe('{"name":"a\\u2028b\\u009b"}')
    fc.assert(
      fc.property(anyText, (name) => {
        const line = jsonLine({ name })
        expect(JSON.parse(line)).toEqual({ name })
        expect(obeyed.test(line) || line.includes('\n')).toBe(false)
      }),
    )
  })
})
