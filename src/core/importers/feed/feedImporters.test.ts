import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import type { Importer } from '../types'
import { atomImporter } from './atomImporter'
import { jsonFeedImporter } from './jsonFeedImporter'
import { rssImporter } from './rssImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const bytesOf = (name: string): Buffer => readFileSync(join(fixtures, name))

const golden: readonly (readonly [string, Importer])[] = [
  ['harbour.rss', rssImporter],
  ['harbour.rdf', rssImporter],
  ['latin1.rss', rssImporter],
  ['malformed.rss', rssImporter],
  ['hostile.rss', rssImporter],
  ['harbour.atom', atomImporter],
  ['harbour.json', jsonFeedImporter],
]

const rss = (item: string, channel = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed</title>${channel}<item>${item}</item></channel></rss>`,
  )

describe('the feed importers', () => {
  for (const [name, importer] of golden) {
    it(`read ${name} as its expected records say`, async () => {
      const expected: unknown = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), 'utf8'))
      expect(await readWith(importer, bytesOf(name), name)).toEqual(expected)
    })

    it(`know ${name} by its content, whatever its name`, () => {
      for (const other of [rssImporter, atomImporter, jsonFeedImporter])
        expect(other.recognise(bytesOf(name), 'a.bin') > 0.9).toBe(other === importer)
    })
  }

  it('claim no other XML and no other JSON', () => {
    const others = [
      '<?xml version="1.0"?><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/"/>',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>rss</body></html>',
      '<?xml version="1.0"?><!-- <rss version="2.0"> --><svg xmlns="http://www.w3.org/2000/svg"/>',
      '<feed xmlns="http://example.org/animals"><hay/></feed>',
      '{"version": "https://example.org/version/1", "items": []}',
      'An article about <rss> and <feed>.',
      '',
    ]
    for (const other of others)
      for (const importer of [rssImporter, atomImporter, jsonFeedImporter])
        expect(importer.recognise(Buffer.from(other), 'a.xml')).toBe(0)
  })

  it('read a feed in UTF-16 as the same feed in UTF-8', async () => {
    const text = bytesOf('harbour.rss').toString('utf8').replace(' encoding="UTF-8"', '')
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(rssImporter.recognise(utf16, 'a')).toBeGreaterThan(0.9)
    const [read] = await readWith(rssImporter, utf16, 'a.rss')
    const [expected] = await readWith(rssImporter, Buffer.from(text), 'a.rss')
    expect(read).toEqual({ ...expected, charset: { name: 'utf-16le', confidence: 1, bom: true } })
  })

  it('take the fuller of description and content for the text, and an excerpt for no summary', async () => {
    const body = '<p>One two three four five six seven eight.</p><p>And so on for a while.</p>'
    const both = await articleIn(
      rssImporter,
      rss(
        `<title>T</title><description>One two three four [&#8230;]</description><content:encoded><![CDATA[${body}]]></content:encoded>`,
      ),
      'a.rss',
    )
    expect(both.passages.map(({ label }) => label)).toEqual(['1', '2'])
    const turned = await articleIn(
      rssImporter,
      rss(
        `<title>T</title><description><![CDATA[${body}]]></description><content:encoded>One two three ...</content:encoded>`,
      ),
      'a.rss',
    )
    expect(turned.passages).toEqual(both.passages)
  })

  it('take the sizes in a group for one picture, the largest first, with its words', async () => {
    const article = await articleIn(
      rssImporter,
      rss(
        '<title>T</title><media:group><media:content url="https://a.example/s.jpg" medium="image" width="100"/><media:content url="https://a.example/l.jpg" medium="image" width="900"/><media:description>A pier</media:description><media:credit>Ann Roe</media:credit></media:group>',
      ),
      'a.rss',
    )
    expect(article.slots).toEqual([
      {
        number: 1,
        placement: 'inferred',
        caption: 'A pier',
        credit: 'Ann Roe',
        address: 'https://a.example/l.jpg',
      },
    ])
  })

  it('refuse a feed without entries, and one with too many', async () => {
    await expect(readWith(rssImporter, Buffer.from('<rss><channel/></rss>'), 'a')).rejects.toMatchObject({
      code: 'unknown-format',
    })
    const many = Buffer.from(`<rss><channel>${'<item/>'.repeat(10_001)}</channel></rss>`)
    const entries = `<feed xmlns="http://www.w3.org/2005/Atom">${'<entry/>'.repeat(10_001)}</feed>`
    const json = { version: 'https://jsonfeed.org/version/1', items: Array(10_001).fill({ id: 1 }) }
    for (const [importer, bytes] of [
      [rssImporter, many],
      [atomImporter, Buffer.from(entries)],
      [jsonFeedImporter, Buffer.from(JSON.stringify(json))],
    ] as const)
      await expect(readWith(importer, bytes, 'a')).rejects.toMatchObject({
        code: 'limit',
        details: { most: 10_000 },
      })
  })

  it('refuse elements, and JSON, nested beyond reason', async () => {
    const deep = Buffer.from(`<rss><channel>${'<item>'.repeat(600)}`)
    await expect(readWith(rssImporter, deep, 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { most: 512 },
    })
    const json = Buffer.from(`{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(200_000)}`)
    await expect(readWith(jsonFeedImporter, json, 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { most: 512 },
    })
  })

  for (const [name, importer] of golden)
    it(`answer with valid records or refuse, for any damage to ${name}`, async () => {
      await expectOnlyRefusals(importer, { name, seeds: [bytesOf(name)], runs: 150 })
    })
})
