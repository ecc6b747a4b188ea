import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { newsmlImporter } from './newsmlImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const bytesOf = (name: string): Buffer => readFileSync(join(fixtures, name))
const golden = ['message.xml', 'harbour.nitf', 'languages.newsml', 'damaged.xml', 'hostile.xml']
const g2 = (root: string, inside: string): Buffer =>
  Buffer.from(`<${root} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a">${inside}</${root}>`)

describe('the NewsML importer', () => {
  for (const name of golden) {
    it(`reads ${name} as its expected records say`, async () => {
      const expected: unknown = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), 'utf8'))
      expect(await readWith(newsmlImporter, bytesOf(name), name)).toEqual(expected)
    })

    it(`knows ${name} by its content, whatever its name`, () => {
      expect(newsmlImporter.recognise(bytesOf(name), 'a.bin')).toBeGreaterThan(0.9)
    })

    it(`answers with valid records or refuses, for any damage to ${name}`, async () => {
      await expectOnlyRefusals(newsmlImporter, { name, seeds: [bytesOf(name)], runs: 150 })
    })
  }

  it('claims no other XML', () => {
    const others = [
      '<rss version="2.0"/>',
      '<newsItem xmlns="http://example.org/other"/>',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body>newsItem</body></html>',
      '<!-- <nitf> --><report/>',
      'A text about <nitf>.',
      '',
    ]
    for (const other of others) expect(newsmlImporter.recognise(Buffer.from(other), 'a.xml')).toBe(0)
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['packageItem', '<groupSet/>', 'a NewsML-G2 package, which only points at its items'],
    ['knowledgeItem', '<conceptSet/>', 'a NewsML-G2 list of concepts'],
    ['planningItem', '', 'a NewsML-G2 planning item'],
    ['newsItem', '<itemMeta><itemClass qcode="ninat:video"/></itemMeta>', 'a NewsML-G2 item without a text'],
  ]
  for (const [root, inside, found] of refused)
    it(`refuses ${found}, in words`, async () => {
      expect(newsmlImporter.recognise(g2(root, inside), 'a')).toBeGreaterThan(0.9)
      await expect(readWith(newsmlImporter, g2(root, inside), 'a')).rejects.toMatchObject({
        code: 'unknown-format',
        details: { found },
      })
    })

  it('refuses too many items, and elements nested beyond reason', async () => {
    const item = '<newsItem><contentSet><inlineData>A</inlineData></contentSet></newsItem>'
    const many = g2('newsMessage', `<itemSet>${item.repeat(10_001)}</itemSet>`)
    await expect(readWith(newsmlImporter, many, 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'items', most: 10_000 },
    })
    const deep = g2('newsItem', '<a>'.repeat(600))
    await expect(readWith(newsmlImporter, deep, 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'elements inside each other', most: 512 },
    })
  })

  it('says until when a text is embargoed', async () => {
    const { doubts } = await articleIn(
      newsmlImporter,
      g2(
        'newsItem',
        '<itemMeta><embargoed>2024-03-02T06:00:00Z</embargoed></itemMeta><contentSet><inlineData>A</inlineData></contentSet>',
      ),
      'a',
    )
    expect(doubts).toContainEqual({
      field: 'pubStatus',
      message: 'Its publisher embargoed it until 2024-03-02T06:00:00Z.',
    })
  })
})

const corpus = sharedFolder('corpora/ninjs')
const examples: readonly (readonly [string, string, number, number])[] = [
  ['examples/NewsML/businesswire-newsml-20130605006126.xml', '2013-06-05T21:00:00.000Z', 14, 0],
  ['examples/NewsML/businesswire-newsml-20130612006110.xml', '2013-06-12T15:29:00.000Z', 23, 1],
  ['tools/xslt/TT_newsmlg2_sample.xml', '2021-09-19T18:57:43.000Z', 5, 1],
]

for (const [name, published, passages, summaries] of corpus === undefined ? [] : examples)
  it(`keeps what ${name} says`, async () => {
    const bytes = readFileSync(join(corpus ?? '', name))
    const xml = bytes.toString('utf8')
    const article = await articleIn(newsmlImporter, bytes, name)
    const headline = /<(?:headline|HeadLine)>([^<]*)</.exec(xml)?.[1]
    expect(article.fields.headline).toBe(headline)
    expect(article.fields.published?.edtf).toBe(published)
    expect(article.passages).toHaveLength(passages + summaries)
    expect(article.passages.filter(({ passageKind }) => passageKind === 'summary')).toHaveLength(summaries)
    expect(article.slots).toHaveLength(1)
    const address = article.slots[0]?.address ?? ''
    expect(address).not.toBe('')
    expect(xml).toContain(address)
  })
