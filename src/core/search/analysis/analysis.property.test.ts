import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAnalyser } from './analyser'
import { foldWord } from './fold'

const letters = fc.constantFrom(
  ...'aÉßŁıİёЙїґςάأةٱیکۀـשׁךם北がカﾊﾞ한กำ้ํแ٣۵๒½'.match(/[^]\p{M}?/gu)!,
  ...["'", '’', 'ʼ', '׳', '״', '"', '.', ',', ' ', '-', '\u0301', '\u0308', '\u200c', '\u00ad', '\uff9e'],
)
const mixed = fc.array(letters, { maxLength: 16 }).map((parts) => parts.join(''))
const anyText = fc.oneof(mixed, fc.string({ unit: 'binary', maxLength: 16 }))

const wordsOf = (text: string): readonly string[] =>
  createAnalyser()
    .tokenise(text)
    .map(({ word }) => word)

describe('whatever a text is made of', () => {
  test('a word folds to the same, composed or decomposed, and once more changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWord(text)
        expect(foldWord(text.normalize('NFD'))).toBe(folded)
        expect(foldWord(text.normalize('NFC'))).toBe(folded)
        expect(foldWord(folded)).toBe(folded)
      }),
      { numRuns: 3000 },
    )
  })

  test('words lie apart and in order, within the text, and never cut a pair of surrogates', () => {
    const analyser = createAnalyser()
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const { start, end, word, parts = [] } of analyser.tokenise(text)) {
          expect(word).not.toBe('')
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(/\p{Cs}/u.test(text.slice(start, end)) && !/\p{Cs}/u.test(text)).toBe(false)
          for (const part of parts) expect(part.start >= start && part.end <= end).toBe(true)
          before = end
        }
        expect(before).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })

  test('each language stems any word to something', () => {
    const analyser = createAnalyser()
    const languages = 'ar da de el en es fa fi fr he hu it ko nl no pl pt ro ru sv tr uk'.split(' ')
    fc.assert(
      fc.property(mixed, fc.constantFrom(...languages), (text, language) => {
        for (const word of wordsOf(text)) expect(analyser.stem(word, language)).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
