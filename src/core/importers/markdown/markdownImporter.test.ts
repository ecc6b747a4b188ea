import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { markdownImporter } from './markdownImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const ferries = readFileSync(join(fixtures, 'ferries.md'))
const expected: unknown = JSON.parse(readFileSync(join(fixtures, 'ferries.json'), 'utf8'))

const read = (text: string, name = 'a.md'): Promise<ParsedArticle> =>
  articleIn(markdownImporter, Buffer.from(text), name)

const refusal = async (bytes: Uint8Array): Promise<unknown> =>
  readWith(markdownImporter, bytes, 'a.md').then(
    () => undefined,
    (error: unknown) => error,
  )

const recognise = (text: string, name: string): number => markdownImporter.recognise(Buffer.from(text), name)

describe('the Markdown importer', () => {
  it('reads all that a text holds as its expected record says', async () => {
    expect(await readWith(markdownImporter, ferries, 'ferries.md')).toEqual([expected])
  })

  it('reads the same with other ends of lines and in another charset', async () => {
    const text = ferries.toString('utf8').replaceAll('\n', '\r\n')
    const { charset, ...article } = await articleIn(
      markdownImporter,
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      'ferries.md',
    )
    expect(charset).toEqual({ name: 'utf-16le', confidence: 1, bom: true })
    expect({ ...article, charset: (expected as ParsedArticle).charset }).toEqual(expected)
  })

  it('takes the first heading for the headline, or says that there is none', async () => {
    expect((await read('Words.\n\n## A heading\n\nMore.')).fields.headline).toBe('A heading')
    const none = await read('Words alone.', 'notes/My notes.md')
    expect(none.fields.headline).toBe('My notes')
    expect(none.doubts.map(({ field }) => field)).toContain('headline')
  })

  it('takes lines between dashes that are no front matter for text', async () => {
    const { passages } = await read('---\nNot a key\n---\n\nWords.')
    expect(passages.map(({ text }) => text).join(' ')).toContain('Not a key')
  })

  it('reads a long text in pieces as if it were one', async () => {
    const paragraphs = Array.from(
      { length: 12_000 },
      (_, index) => `Paragraph ${index} leads [there][far] and on.`,
    )
    const { passages } = await read(`${paragraphs.join('\n\n')}\n\n[far]: https://example.org/far\n`)
    expect(passages.map(({ text }) => text)).toEqual(
      paragraphs.map((text) => text.replace('[there][far]', 'there')),
    )
    expect(passages.every(({ links }) => links?.[0]?.url === 'https://example.org/far')).toBe(true)
  })

  it('refuses quotes and lists that are nested beyond reason instead of leaving text out', async () => {
    expect(await refusal(Buffer.from(`${'>'.repeat(50_000)} deep`))).toMatchObject({
      code: 'limit',
      details: { what: 'quotes and lists inside each other', most: 99 },
    })
    expect((await read(`${'>'.repeat(90)} deep`)).passages.map(({ text }) => text)).toEqual(['deep'])
  })

  it('refuses bytes that are no text, and white space alone', async () => {
    expect(await refusal(Buffer.from([0x23, 0x20, 0, 1, 2]))).toMatchObject({ code: 'not-text' })
    expect(await refusal(Buffer.from(' \n\n'))).toMatchObject({ code: 'not-text' })
  })

  it('claims what is named so, and other texts only by more than one sign of Markdown', () => {
    expect(recognise('Words.', 'a.md')).toBe(0.95)
    expect(recognise('Words.', 'a.MARKDOWN')).toBe(0.95)
    expect(recognise('# A heading\n\nA [link](https://example.org/) here.', 'README')).toBe(0.6)
    expect(recognise('---\ntitle: A\n---\nWords.', 'a')).toBe(0.6)
    expect(recognise('# A heading\n\nA [link](https://example.org/) here.', 'a.txt')).toBe(0)
    expect(recognise('A text about #hashtags and *stars*.', 'a')).toBe(0)
    expect(recognise('<!doctype html><p>Text', 'a.md')).toBe(0)
    expect(recognise('%PDF-1.7\n', 'a.md')).toBe(0)
  })

  it('answers with a valid record or refuses, for any text', async () => {
    const piece = fc.constantFrom(
      '# ',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '[^1]',
      '[^1]: ',
      '[a](b)',
      '![',
      '](',
      '```\n',
      '---\n',
      '|',
      '|-|\n',
      'word ',
      '&amp;',
      '<b>',
      '\\',
    )
    const bytes = fc.array(piece, { maxLength: 60 }).map((parts) => Buffer.from(parts.join('')))
    await expectOnlyRefusals(markdownImporter, { name: 'a.md', seeds: [ferries], bytes, runs: 400 })
  })
})
