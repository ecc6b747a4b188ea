import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { htmlImporter } from './htmlImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.webpage'))

const sentence = 'The boat leaves at six, as it did before, and comes back at eleven in the evening. '
const page = (body: string): Buffer => Buffer.from(`<!doctype html><title>A page</title><body>${body}`)
const read = (body: string) => articleIn(htmlImporter, page(body), 'a.html')

describe('the web page importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected record says`, async () => {
      const items = await readWith(htmlImporter, readFileSync(join(fixtures, name)), name)
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace(/\.webpage$/, '.json')), 'utf8'),
      )
      expect(items).toEqual([expected])
    })

  it('refuses pages nested deeper, or longer, than a page is', async () => {
    const tooDeep = read(`${'<div>'.repeat(600)}${sentence}`)
    await expect(tooDeep).rejects.toMatchObject({ code: 'limit', details: { most: 512 } })
    const tooLong = read('<i>x</i>'.repeat(301_000))
    await expect(tooLong).rejects.toMatchObject({ code: 'limit', details: { most: 600_000 } })
    const onePassage = read(`<p>${sentence.repeat(60_000)}</p>`)
    await expect(onePassage).rejects.toMatchObject({ code: 'limit', details: { most: 4_000_000 } })
  })

  it('refuses a page that shows nothing at all', async () => {
    const nothing = readWith(
      htmlImporter,
      Buffer.from('<html><body><script>write()</script></body></html>'),
      'a.html',
    )
    await expect(nothing).rejects.toMatchObject({ code: 'not-text' })
  })

  it('reads a page that is too long to tell its article from the rest as it stands', async () => {
    const around = `<nav>Menu</nav><h1>A page</h1>${`<p>${sentence}</p>`.repeat(40_000)}<footer>Imprint</footer>`
    const { passages } = await read(around)
    expect(passages).toHaveLength(40_000)
  })

  it('gives pictures in the page itself as files, and its slots name them', async () => {
    const bytes = Buffer.alloc(1000, 7)
    const picture = `<img alt="A boat" src="data:image/png;base64,${bytes.toString('base64')}">`
    const icon = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
    const items = await readWith(
      htmlImporter,
      page(`<p>${sentence}</p>${picture}${icon}<p>${sentence}</p>`),
      'a.html',
    )
    expect(items).toMatchObject([
      {
        kind: 'article',
        slots: [{ number: 1, placedAfter: '1', altText: 'A boat', picture: 'picture-1.png' }],
      },
      { kind: 'file', name: 'picture-1.png' },
    ])
    expect(items[1]).toHaveProperty('bytes', bytes)
  })

  it('says where sources of a page disagree, and where its words are in another language', async () => {
    const head = `<html lang="de"><meta property="og:title" content="A ferry">
      <meta name="dc.title" content="Two boats"><meta name="dc.date" content="2019-03-01">
      <meta property="article:published_time" content="2019-05-01T10:00:00Z">`
    const bytes = Buffer.from(`${head}<p>${sentence.repeat(3)}</p>`)
    const { fields, origins, doubts } = await articleIn(htmlImporter, bytes, 'a.html')
    expect(fields).toMatchObject({ headline: 'Two boats', published: { edtf: '2019-03-01' }, language: 'de' })
    expect(origins?.['headline']?.map(({ from }) => from)).toEqual(['dublin-core', 'open-graph'])
    expect(doubts.map(({ field }) => field)).toEqual(['headline', 'published', 'language'])
  })

  it('throws nothing but refusals, whatever the bytes are', async () => {
    const seeds = names.map((name) => readFileSync(join(fixtures, name)))
    await expectOnlyRefusals(htmlImporter, { name: 'a.html', seeds, runs: 150 })
  })
})

describe('the recognition of web pages', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['<!doctype html><p>Text', 'a', 0.95],
    ['\ufeff  <!-- saved -->\n<html>', 'a.txt', 0.95],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', 'a', 0.95],
    ['<p>Text</p>', 'a', 0.6],
    ['Text <b>bold</b>', 'a.html', 0.91],
    ['Text <b>bold</b>', 'a.md', 0],
    ['<?xml version="1.0"?><rss version="2.0">', 'a.html', 0],
    ['<?xml version="1.0"?><svg xmlns="x">', 'a.xml', 0],
    ['MIME-Version: 1.0\r\n\r\n<html>', 'a.mht', 0],
    ['{"html": "<html>"}', 'a.json', 0],
    ['\0\x01\x02\x03', 'a.html', 0],
  ]
  for (const [text, name, score] of cases)
    it(`is sure to ${score} of ${JSON.stringify(text)} named ${name}`, () =>
      expect(htmlImporter.recognise(Buffer.from(text), name)).toBe(score))

  it('knows pages in UTF-16', () =>
    expect(htmlImporter.recognise(Buffer.from('\ufeff<html><body>Text', 'utf16le'), 'a')).toBe(0.95))
})

interface Vector {
  readonly name: string
  readonly vector: string
}

const isMarkup = /<\/?[a-z!?]/i

const vectors = sharedFolder('corpora/html-vectors')
if (vectors !== undefined)
  describe('hostile markup', () => {
    const all = JSON.parse(readFileSync(join(vectors, 'vectors.json'), 'utf8')) as readonly Vector[]
    it('is what these tests look for: as it stands each would be found out by them', () => {
      expect(all.filter(({ vector }) => !isMarkup.test(vector)).map(({ name }) => name)).toEqual([])
    })

    for (const { name, vector } of all)
      it(`comes out as text, and leads nowhere (${name})`, async () => {
        const { passages, slots, fields } = await read(`<p>${sentence}</p>${vector}<p>${sentence}</p>`)
        const texts = passages.map(({ text }) => text)
        expect(texts).toContain(sentence.trim())
        expect(texts.join('\n')).not.toMatch(isMarkup)
        const addresses = [
          ...passages.flatMap(({ links = [] }) => links.map(({ url }) => url)),
          fields.url ?? 'https:',
        ]
        for (const address of addresses) expect(address).toMatch(/^(?:https?|mailto):/)
        for (const { address = '' } of slots)
          expect(address).not.toMatch(/^\s*(?:javascript|vbscript|data|file):/i)
      })
  })
