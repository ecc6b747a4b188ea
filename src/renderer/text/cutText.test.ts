import { describe, expect, it } from 'vitest'
import { cutText } from './cutText'

const link = (start: number, end: number, url = 'https://example.org/') => ({ start, end, url })

describe('a text cut at its links', () => {
  it('is the text again when joined, whatever the links', () => {
    const text = 'Der Hafen 🐟 ist zu.'
    for (const links of [
      [],
      [link(4, 9)],
      [link(10, 11), link(0, 3)],
      [link(2, 90), link(5, 8)],
      [link(40, 50)],
    ])
      expect(
        cutText(text, links)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })

  it('counts code points', () => {
    expect(
      cutText('🐟🐟 ab', [link(3, 5)]).map(({ text, stretch }) => [text, stretch !== undefined]),
    ).toEqual([
      ['🐟🐟 ', false],
      ['ab', true],
    ])
  })

  it('lets the first of two count that overlap', () => {
    const pieces = cutText('abcdef', [link(0, 4, 'a:'), link(2, 6, 'b:')])
    expect(pieces.map(({ text, stretch }) => [text, stretch?.url])).toEqual([
      ['abcd', 'a:'],
      ['ef', undefined],
    ])
  })

  it('carries marks over the edge of a link, and says which they are', () => {
    const pieces = cutText(
      'one two three',
      [link(4, 7)],
      [
        [0, 3],
        [6, 10],
      ],
    )
    expect(pieces.map(({ ranges, firstRange }) => [ranges, firstRange])).toEqual([
      [[[0, 3]], 0],
      [[[2, 3]], 1],
      [[[0, 3]], 1],
    ])
  })
})
