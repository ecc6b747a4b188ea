import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { CslItem } from '#shared/model/reference'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import { cslJsonImporter } from './cslJsonImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.csl.json'))

const read = (text: string | Uint8Array) =>
  readWith(cslJsonImporter, typeof text === 'string' ? Buffer.from(text) : text, 'a.json')

const recognise = (value: unknown): number =>
  cslJsonImporter.recognise(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), 'a.json')

describe('the CSL-JSON importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected records say`, async () => {
      const bytes = readFileSync(join(fixtures, name))
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace('.csl.json', '.expected.json')), 'utf8'),
      )
      expect(await readWith(cslJsonImporter, bytes, name)).toEqual(expected)
    })

  it('knows its own by types and variables, and leaves JSON of another kind alone', () => {
    expect(recognise([{ id: 'a', type: 'book', title: 'A book', issued: {} }])).toBe(0.95)
    expect(recognise({ id: 'a', type: 'article', title: 'One object' })).toBe(0.85)
    expect(recognise({ items: [{ id: 'a', type: 'webpage', accessed: { raw: 'today' } }] })).toBe(0.95)
    const others = [
      [],
      [1, 2],
      {},
      'a [1] in a text',
      { type: 'text', uri: 'urn:x', headline: 'ninjs' },
      [{ type: 'article', title: 'From a database', body: 'text', id: 4 }],
      [{ type: 'Feature', id: 'a', geometry: {} }],
      { '@type': 'NewsArticle', headline: 'x' },
    ]
    for (const other of others) expect(recognise(other)).toBe(0)
  })

  for (const charset of ['utf-8', 'utf-16le', 'utf-16be'])
    it(`reads ${charset} with a byte order mark`, async () => {
      const text = JSON.stringify([{ id: 'é', type: 'book', title: 'Ωmega' }])
      const bytes = iconv.encode(text, charset, { addBOM: true })
      expect(cslJsonImporter.recognise(bytes.subarray(0, 65536), 'a.json')).toBeGreaterThan(0.8)
      expect(await read(bytes)).toMatchObject([{ key: 'é', csl: { title: 'Ωmega' } }])
    })

  it('loses the entry that is damaged and no other, and names its line', async () => {
    const items = await read(
      '[\n{"id":1,"type":"book","title":"A"},\n{"id":2,"type":book},\n7,\n{"id":3,"type":"map"}]',
    )
    expect(items.map((item) => (item.kind === 'unreadable' ? item.details['line'] : 'read'))).toEqual([
      'read',
      3,
      4,
      'read',
    ])
  })

  it('refuses a list in which nothing can be read', async () => {
    await expect(read('[{"a":1}]')).rejects.toMatchObject({ code: 'damaged-file' })
    await expect(read('[{"id":"a","type":"bo')).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('refuses a field and a list beyond their limits', async () => {
    const long = JSON.stringify([{ id: 1, type: 'book', title: 'x'.repeat(1_000_001) }])
    await expect(read(long)).rejects.toMatchObject({ code: 'limit', details: { most: 1_000_000 } })
    const wide = `[{"type":"map","x":[${'1,'.repeat(2_000_000)}1]}]`
    await expect(read(wide)).rejects.toMatchObject({ details: { what: 'characters in an entry' } })
    const many = `[${'{"type":"map"},'.repeat(100_001)}{}]`
    await expect(read(many)).rejects.toMatchObject({ code: 'limit', details: { most: 100_000 } })
  })

  it('keeps out what would hurt its readers: depth, infinite numbers, prototypes', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const [item] = await read(
      `[{"id":"a","type":"map","x":${deep},"y":1e999,"__proto__":{"z":1},"page":1e999,"ok":{"deep":[1]}}]`,
    )
    expect(item).toMatchObject({ kind: 'reference', csl: { ok: { deep: [1] } } })
    expect(item?.kind === 'reference' ? Object.keys(item.csl) : []).toEqual(['id', 'type', 'ok'])
    expect(item?.kind === 'reference' ? item.doubts.map((one) => one.field) : []).toEqual(['x', 'y', 'page'])
  })

  it('reads an item that is as CSL has it as the same item', async () => {
    const line = fc
      .stringMatching(/^[A-Za-zäöüé][A-Za-z äöüé,.:-]{0,20}[a-z]$/)
      .map((one) => one.replace(/ {2,}/g, ' '))
    const name = fc.oneof(
      fc.record({ family: line, given: line }),
      fc.record({ literal: line }),
      fc.record({ family: line, 'non-dropping-particle': fc.constant('van') }),
    )
    const year = fc.integer({ min: 1000, max: 2100 })
    const date = fc.oneof(
      fc.record({
        'date-parts': fc.array(fc.tuple(year, fc.integer({ min: 1, max: 12 })), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
      fc.record({ literal: line, circa: fc.boolean() }),
      fc.record({ raw: line, season: fc.integer({ min: 1, max: 4 }) }),
    )
    const item = fc.record(
      {
        id: fc.oneof(line, fc.nat()),
        type: fc.constantFrom('article-newspaper', 'webpage', 'book', 'thesis'),
        title: line,
        'container-title': line,
        author: fc.array(name, { minLength: 1, maxLength: 3 }),
        translator: fc.array(name, { minLength: 1, maxLength: 2 }),
        issued: date,
        accessed: date,
        page: fc.oneof(fc.nat(), line),
        URL: fc.webUrl(),
        'x-own': fc
          .jsonValue({ maxDepth: 3 })
          .filter(
            (one) =>
              !JSON.stringify(one).includes('__proto__') &&
              one !== null &&
              one !== '' &&
              JSON.stringify(one) !== '[]' &&
              !(typeof one === 'string' && one.trim() === ''),
          ),
      },
      { requiredKeys: ['id', 'type'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 4 }), async (list) => {
        const items = await read(JSON.stringify(list))
        const read_: CslItem[] = items.flatMap((one) => (one.kind === 'reference' ? [one.csl] : []))
        expect(read_).toEqual(JSON.parse(JSON.stringify(list)))
      }),
      { numRuns: 150 },
    )
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(cslJsonImporter, {
      name: 'a.json',
      seeds: names.map((name) => readFileSync(join(fixtures, name))),
    })
  })
})

for (const path of sharedFiles('corpora/ninjs', '.json'))
  it(`leaves news in JSON alone (${path})`, () => {
    expect(cslJsonImporter.recognise(readFileSync(path).subarray(0, 65536), path)).toBe(0)
  })
