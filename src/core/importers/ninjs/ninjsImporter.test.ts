import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { jsonFeedImporter } from '../feed/jsonFeedImporter'
import { ninjsImporter } from './ninjsImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const bytesOf = (name: string): Buffer => readFileSync(join(fixtures, name))
const golden = ['harbour-1.json', 'harbour-3.json', 'hostile.json', 'damaged.jsonl']
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
const item = { uri: 'urn:a:1', type: 'text', headline: 'A headline', language: 'en' }

describe('the ninjs importer', () => {
  for (const name of golden) {
    it(`reads ${name} as its expected records say`, async () => {
      const expected: unknown = JSON.parse(readFileSync(join(fixtures, `${name}.expected.json`), 'utf8'))
      expect(await readWith(ninjsImporter, bytesOf(name), name)).toEqual(expected)
    })

    it(`knows ${name} by its content, whatever its name`, () => {
      expect(ninjsImporter.recognise(bytesOf(name), 'a.bin')).toBeGreaterThan(0.9)
      expect(jsonFeedImporter.recognise(bytesOf(name), 'a.bin')).toBe(0)
    })
  }

  it('knows an item whose beginning alone is there, and one in UTF-16', () => {
    const long = json({ ...item, body_text: 'x '.repeat(90_000) })
    expect(ninjsImporter.recognise(long.subarray(0, 65_536), 'a')).toBeGreaterThan(0.9)
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(item), 'utf16le')])
    expect(ninjsImporter.recognise(utf16, 'a')).toBeGreaterThan(0.9)
  })

  it('claims no other JSON', () => {
    const others = [
      { uri: 'spotify:track:1', type: 'track', name: 'A song' },
      { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'A', uri: 'x' },
      { type: 'article-newspaper', title: 'A', id: 'a' },
      { type: 'FeatureCollection', features: [] },
      { type: 'text', headline: 'A', versioncreated: '2024' },
      { uri: 'a', body: { uri: 'b', headline: 'c', versioncreated: 'd' } },
      { uri: 'a', list: [{ type: 'text', headline: 'c' }] },
      [1, 2, 3],
      'uri',
    ]
    for (const other of others) expect(ninjsImporter.recognise(json(other), 'a.json')).toBe(0)
    for (const text of ['', '{', 'uri, type, headline', '<p>{"uri":1}</p>'])
      expect(ninjsImporter.recognise(Buffer.from(text), 'a.json')).toBe(0)
  })

  it('keeps every headline beside the one that was taken', async () => {
    const { origins } = await articleIn(ninjsImporter, json({ ...item, headline_seo: 'Another' }), 'a')
    expect(origins?.['headline']?.map(({ value }) => value)).toEqual(['A headline', 'Another'])
  })

  it('reads the text of an event, and says what it is; without a text it is refused in words', async () => {
    const event = { uri: 'urn:e', type: 'event', headlines: [{ value: 'Press conference' }] }
    const read = await articleIn(ninjsImporter, json({ ...event, bodies: [{ value: 'At four.' }] }), 'a')
    expect(read.passages[0]?.text).toBe('At four.')
    expect(read.doubts.map(({ field }) => field)).toContain('articleType')
    await expect(readWith(ninjsImporter, json(event), 'a')).rejects.toMatchObject({
      code: 'unknown-format',
      details: { found: 'a ninjs item of type "event" without a text' },
    })
  })

  it('reads the texts and pictures that a package without a text of its own brings along', async () => {
    const items = await readWith(
      ninjsImporter,
      json({
        uri: 'urn:p',
        type: 'composite',
        associations: {
          a: { ...item, body_text: 'Text.' },
          b: { type: 'picture', headline: 'B' },
          c: { uri: 'urn:x' },
        },
      }),
      'a',
    )
    expect(items.map(({ kind }) => kind)).toEqual(['article', 'photo'])
  })

  it('refuses what is not JSON, too many items, and levels beyond reason', async () => {
    await expect(readWith(ninjsImporter, Buffer.from('{"uri": "urn:a:1", "ty'), 'a')).rejects.toMatchObject({
      code: 'damaged-file',
    })
    await expect(readWith(ninjsImporter, json(Array(10_001).fill(item)), 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'items', most: 10_000 },
    })
    const associations = Array(10_001).fill(item)
    await expect(readWith(ninjsImporter, json({ ...item, associations }), 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'items', most: 10_000 },
    })
    const deep = Buffer.from(`{"uri":"urn:a","associations":${'[{"a":'.repeat(300)}`)
    await expect(readWith(ninjsImporter, deep, 'a')).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'levels inside each other', most: 512 },
    })
  })

  for (const name of golden)
    it(`answers with valid records or refuses, for any damage to ${name}`, async () => {
      await expectOnlyRefusals(ninjsImporter, { name, seeds: [bytesOf(name)], runs: 150 })
    })
})
