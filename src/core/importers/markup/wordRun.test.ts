import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createArticleDraft } from '../articleDraft'
import { parseMarkup } from './parseMarkup'
import { readBlocks } from './readBlocks'

interface Read {
  readonly text: string
  /** The words that each link covers, by code points. */
  readonly linked: readonly string[]
}

const read = (html: string): Read => {
  const draft = createArticleDraft()
  readBlocks(parseMarkup(`<p>${html}</p>`).children, draft)
  const [passage] = draft.parts().passages
  const characters = [...(passage?.text ?? '')]
  return {
    text: passage?.text ?? '',
    linked: (passage?.links ?? []).map(({ start, end }) => characters.slice(start, end).join('')),
  }
}

describe('the words of a passage', () => {
  it('are parted where any white space stands, whichever element it stands in', () => {
    expect(
      read('Mr.&nbsp;<i>Smith</i> came<b> on\n</b>10<b>&nbsp;March</b>, a<span>&nbsp;</span>day').text,
    ).toBe('Mr.\u00a0Smith came on 10\u00a0March, a\u00a0day')
    expect(read(' <i> one </i> <b> two </b>three ').text).toBe('one two three')
    expect(read('un<b>broken</b>').text).toBe('unbroken')
  })

  it('keep one link whose words stand in several elements, without the white space around them', () => {
    expect(read('x <a href="http://a/"> one <b>two</b> three </a> y').linked).toEqual(['one two three'])
    expect(read('<a href="http://a/">one</a> <a href="http://b/">two</a>').linked).toEqual(['one', 'two'])
    expect(read('<a href="http://a/">one&nbsp;</a>').linked).toEqual(['one'])
    expect(read('<a href="http://a/"> </a>one').linked).toEqual([])
  })

  it('count code points, behind characters of two units and composed ones', () => {
    expect(read('\u{1f600}e\u0301 <a href="http://a/">\u{1f6a2}u\u0308</a>!').linked).toEqual([
      '\u{1f6a2}\u00fc',
    ])
  })

  it('are those of the text alone, and links cover their own, however elements cut them', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abß港\u{1f600}é'), minLength: 1, maxLength: 4 })
    const gap = fc.constantFrom('', ' ', '\n\t ', '\u00a0')
    const piece = fc.record({
      before: gap,
      word,
      after: gap,
      isLink: fc.boolean(),
      tag: fc.constantFrom('b', 'span'),
    })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const html = pieces
          .map(({ before, word: one, after, isLink, tag }, index) => {
            const words = `${before}<${tag}>${one}</${tag}>${after}`
            return isLink ? `<a href="http://a/${index}">${words}</a>` : words
          })
          .join('')
        const plain = pieces.map(({ before, word: one, after }) => `${before}${one}${after}`).join('')
        const { text, linked } = read(html)
        expect(text.replace(/\s+/g, ' ')).toBe(plain.replace(/\s+/g, ' ').trim())
        expect(linked).toEqual(pieces.filter(({ isLink }) => isLink).map(({ word: one }) => one))
      }),
      { numRuns: 300 },
    )
  })
})
