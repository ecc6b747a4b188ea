import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn } from '../fixtures/readWith'
import { textImporter } from './textImporter'

const read = (text: string): Promise<ParsedArticle> => articleIn(textImporter, Buffer.from(text), 'a.txt')

/** The words of an article, wherever they went, without marks and invisible characters. */
const wordsOf = (article: ParsedArticle): string => {
  const { fields, passages, sourceLines, slots, furniture } = article
  return [
    fields.headline,
    fields.byline,
    fields.dateline,
    fields.url,
    fields.published?.literal ?? fields.published?.edtf,
    fields.modified?.literal ?? fields.modified?.edtf,
    ...passages.map((passage) => passage.text),
    ...sourceLines.map((line) => line.literal),
    ...slots.map((slot) => slot.credit),
    ...furniture.map((line) => line.text),
  ].join(' ')
}

/** Lines that each rule takes or nearly takes, and the part of each that is a mark and not kept. */
const line = fc.constantFrom(
  { text: 'A short line', mark: '' },
  {
    text: 'The committee said on Friday that nothing had been decided yet, and that nothing would be.',
    mark: '',
  },
  { text: 'By Ada Miller', mark: 'By ' },
  { text: 'By the time it ended, everyone had left.', mark: '' },
  { text: 'Published: March 3, 2024', mark: 'Published: ' },
  { text: 'LONDON, March 3 (Reuters) - ', mark: '- ' },
  { text: 'PARIS (AFP) — The mayor spoke at noon.', mark: '' },
  { text: 'https://www.example.org/a', mark: '' },
  { text: '• a point of some weight', mark: '• ' },
  { text: '- a thing in a list', mark: '- ' },
  { text: '1. a first thing', mark: '1. ' },
  { text: '> a quoted line', mark: '> ' },
  { text: 'Source: CNN, CNN', mark: '' },
  { text: '(AP)', mark: '' },
  { text: 'Photo: Jane Roe/Reuters', mark: 'Photo: ' },
  { text: 'Read more: Another story', mark: '' },
  { text: 'Advertisement', mark: '' },
  { text: '© 2024 The Gazette', mark: '' },
  { text: '* * *', mark: '' },
  { text: '新しい港が開いた。', mark: '' },
)
const newline = fc.constantFrom('\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\f')

const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('')

describe('the plain text importer, whatever it is given,', () => {
  it('answers with a valid article or refuses, for any bytes', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }).map((text) => Buffer.from(text)),
      fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => Buffer.from(text, 'utf16le')),
    )
    await expectOnlyRefusals(textImporter, { name: 'a.txt', seeds: [], bytes: texts })
  })

  it('loses no word: each line goes to exactly one place', async () => {
    const lines = fc.array(fc.tuple(line, newline, fc.boolean()), { minLength: 1, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(lines, async (parts) => {
        const text = parts.map(([{ text: one }, end, blank]) => `${one}${end}${blank ? end : ''}`).join('')
        const article = await read(text)
        const kept = wordsOf(article)
        for (const [{ text: one, mark }] of parts) {
          const words = one.replace(mark, '')
          for (const word of words.match(/[\p{L}\p{N}]+/gu) ?? []) expect(kept).toContain(word)
        }
        // Marks may stay (a dash that is no list), and the headline may repeat the first words; nothing else comes twice.
        const all = letters(text).length
        const repeated = article.doubts.some((one) => one.field === 'headline')
          ? article.fields.headline.length
          : 0
        const stated = [article.fields.published, article.fields.modified].filter(Boolean).length * 12
        const dateline = article.fields.dateline?.length ?? 0
        expect(letters(kept).length).toBeLessThanOrEqual(all + repeated + stated + dateline)
      }),
      { numRuns: 300 },
    )
  })

  it('numbers passages from 1 without a gap, with labels that are unique', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const { passages } = await read(lines.map((one) => one.text).join('\n\n'))
        expect(passages.map((passage) => passage.ordinal)).toEqual(passages.map((_, index) => index + 1))
        expect(new Set(passages.map((passage) => passage.label)).size).toBe(passages.length)
      }),
    )
  })

  it('reads an article that was written out again as the same passages', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'), minLength: 1, maxLength: 9 })
    const sentence = fc
      .array(word, { minLength: 13, maxLength: 40 })
      .map((words) => `The ${words.join(' ')}.`)
    const shape = fc.record({
      summary: fc.array(sentence, { maxLength: 3 }),
      body: fc.array(fc.tuple(sentence, fc.boolean()), { minLength: 1, maxLength: 8 }),
      end: fc.constantFrom('\n', '\r\n', '\r', '\u2028'),
    })
    await fc.assert(
      fc.asyncProperty(shape, async ({ summary, body, end }) => {
        const blocks = [
          'A headline',
          ...(summary.length > 0 ? [summary.map((point) => `• ${point}`).join(end)] : []),
          ...body.flatMap(([text, sourced]) => (sourced ? [text, 'Source: CNN, Reuters'] : [text])),
        ]
        const article = await read(blocks.join(end + end))
        expect(article.passages.map((passage) => passage.text)).toEqual([
          ...summary,
          ...body.map(([text]) => text),
        ])
        expect(article.sourceLines).toHaveLength(body.filter(([, sourced]) => sourced).length)
      }),
    )
  })
})
