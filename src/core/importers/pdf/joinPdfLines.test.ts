import { describe, expect, it } from 'vitest'
import { joinPdfLines } from './joinPdfLines'
import type { TextLine } from './textLine'

const line = (text: string, links: TextLine['links'] = []): TextLine => ({
  text,
  links,
  start: 0,
  end: 100,
  y: 0,
  size: 10,
  font: 'f',
  rtl: false,
  isRow: false,
})

const joined = (texts: readonly string[], words: readonly string[] = []): string =>
  joinPdfLines(
    texts.map((text) => line(text)),
    new Set(words),
  ).text

describe('joinPdfLines', () => {
  it('puts a word together that was broken at the end of a line', () => {
    expect(joined(['a ques-', 'tion'])).toBe('a question')
    expect(joined(['a ques\u2010', 'tion'])).toBe('a question')
  })

  it('leaves the hyphen of a word that is written with one elsewhere, of an abbreviation, and before a capital', () => {
    expect(joined(['a well-', 'known man'], ['well-known'])).toBe('a well-known man')
    expect(joined(['the SARS-', 'related fear'])).toBe('the SARS-related fear')
    expect(joined(['by Anna-', 'Maria'])).toBe('by Anna-Maria')
    expect(joined(['1990-', '2000'])).toBe('1990-2000')
  })

  it('writes Chinese and Japanese without spaces, and Korean with them', () => {
    expect(joined(['新しい港が', '開いた。'])).toBe('新しい港が開いた。')
    expect(joined(['새로운', '항구'])).toBe('새로운 항구')
  })

  it('moves links along, and makes one of a link that goes on', () => {
    const url = 'https://example.org/'
    const lines = [
      line('see the ques-', [{ start: 4, end: 13, url }]),
      line('tion here', [{ start: 0, end: 4, url }]),
    ]
    expect(joinPdfLines(lines, new Set())).toEqual({
      text: 'see the question here',
      links: [{ start: 4, end: 16, url }],
    })
  })
})
