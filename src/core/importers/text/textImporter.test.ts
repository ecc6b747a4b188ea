import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { articleIn, readWith } from '../fixtures/readWith'
import { textImporter } from './textImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.txt'))

describe('the plain text importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected record says`, async () => {
      const items = await readWith(textImporter, readFileSync(join(fixtures, name)), name)
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace(/\.txt$/, '.json')), 'utf8'),
      )
      expect(items).toEqual([expected])
    })

  it('keeps source lines byte for byte, also where the rest is normalised', async () => {
    const bytes = readFileSync(join(fixtures, 'hostile.txt'))
    const { sourceLines: lines } = await articleIn(textImporter, bytes, 'hostile.txt')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(bytes.includes(Buffer.from(line.literal))).toBe(true)
  })
})

interface Row {
  readonly title: string
  readonly body: string
}

const charsets: Readonly<Record<string, readonly string[]>> = {
  ar: ['windows-1256', 'utf-16le'],
  de: ['windows-1252', 'utf-16be'],
  fr: ['windows-1252'],
  ru: ['windows-1251', 'koi8-r'],
  zh: ['gb18030'],
}

const rowsOf = (path: string): readonly Row[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

const parseText = (bytes: Uint8Array): Promise<ParsedArticle> => articleIn(textImporter, bytes, 'a.txt')

for (const path of sharedFiles('seed', '.txt'))
  it(`reads the article of which the bundled one is a digest (${basename(path)})`, async () => {
    const bytes = readFileSync(path)
    const { passages, sourceLines, slots, furniture } = await parseText(bytes)
    const cites = sourceLines.flatMap((line) => line.cites)
    const kinds = passages.map((passage) => passage.passageKind)
    expect(kinds).toEqual([...Array<string>(3).fill('summary'), ...Array<string>(20).fill('paragraph')])
    expect([sourceLines.length, cites.length, new Set(cites.map((cite) => cite.name)).size]).toEqual([
      7, 9, 6,
    ])
    expect([slots.length, furniture.length]).toEqual([14, 3])
    for (const line of sourceLines) expect(bytes.includes(Buffer.from(line.literal))).toBe(true)
  })

for (const path of sharedFiles('corpora/languages', '.jsonl.gz'))
  it(`reads news in the charsets of its language (${basename(path)})`, async () => {
    const language = basename(path).slice(0, 2)
    for (const { title, body } of rowsOf(path)) {
      const text = `${title}\n\n${body}\n`
      const article = await parseText(Buffer.from(text))
      expect(article.fields.language).toBe(language)
      for (const charset of charsets[language] ?? []) {
        const bytes = iconv.encode(text, charset)
        if (iconv.decode(bytes, charset) === text)
          expect((await parseText(bytes)).passages).toEqual(article.passages)
      }
    }
  })
