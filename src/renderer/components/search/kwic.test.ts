import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeToContext } from './kwic'

describe('placeToContext', () => {
  it('puts the first match into the column and leaves later ones marked in what follows', () => {
    const line = placeToContext({
      snippet: 'the tunnel and the tunnel',
      ranges: [
        [4, 10],
        [19, 25],
      ],
    })
    expect([line.before, line.match]).toEqual(['the ', 'tunnel'])
    expect(line.after.map((one) => [one.text, one.mark !== undefined])).toEqual([
      [' and the ', false],
      ['tunnel', true],
    ])
  })

  it('counts code points, so that Arabic and signs beyond the first plane are cut where they were found', () => {
    expect(placeToContext({ snippet: '𝒳𝒴 النفق', ranges: [[3, 8]] }).match).toBe('النفق')
  })

  it('loses nothing of the text, whatever the ranges', () => {
    const range = fc.tuple(fc.nat(40), fc.nat(40))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(range), (snippet, ranges) => {
        const { before, match, after } = placeToContext({ snippet, ranges })
        expect(before + match + after.map((one) => one.text).join('')).toBe(snippet)
      }),
    )
  })
})
