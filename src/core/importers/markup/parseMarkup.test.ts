import { describe, expect, it } from 'vitest'
import { parseMarkup } from './parseMarkup'

describe('parseMarkup', () => {
  const many: readonly (readonly [string, string])[] = [
    ['elements', '<br>'.repeat(200)],
    ['attributes', `<p ${Array.from({ length: 200 }, (_, index) => `a${index}=""`).join(' ')}>`],
    ['comments', '<!---->'.repeat(200)],
    ['texts', '<!---->a'.repeat(101)],
  ]
  for (const [what, html] of many)
    it(`counts ${what} towards its limit`, () => {
      expect(() => parseMarkup(html, { most: 150 })).toThrow(/150/)
      expect(() => parseMarkup(html, { most: 500 })).not.toThrow()
    })

  it('refuses elements nested beyond reason', () => {
    expect(() => parseMarkup('<b>'.repeat(512))).not.toThrow()
    expect(() => parseMarkup('<b>'.repeat(513))).toThrow(/512/)
  })

  it('expands no entity of XML but its own five', () => {
    const { children } = parseMarkup('<a>&lt;&eacute;&own;</a>', { xml: true })
    expect(children).toMatchObject([{ children: [{ data: '<&eacute;&own;' }] }])
  })
})
