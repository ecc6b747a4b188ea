import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from './fileName'

describe('the name of an upload', () => {
  it('keeps a usual name', () => {
    expect(safeFileName('Baghouz, ما بعد.txt')).toBe('Baghouz, ما بعد.txt')
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['a\u0000b.txt', 'a_b.txt'],
    ['con<>.txt. ', 'con__.txt'],
  ])('makes %j harmless', (given, safe) => {
    expect(safeFileName(given)).toBe(safe)
  })

  it('is one plain name of at most 200 bytes, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (given) => {
        const name = safeFileName(given)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        // eslint-disable-next-line no-control-regex -- control characters are what must not be there
        expect(name).not.toMatch(/[/\\\u0000-\u001f]|^\.{0,2}$/)
      }),
    )
  })

  it('keeps the ending of a long name, which says what it is', () => {
    expect(safeFileName(`${'ä'.repeat(300)}.html`)).toMatch(/^ä+\.html$/)
  })
})
