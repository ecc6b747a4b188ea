import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from '#shared/model/citation'
import type { ParsedItem } from '#shared/model/parsed'
import type { Photo } from '#shared/model/photo'
import { citationTable } from '../../exporters/pack/citationTable'
import { csvTable } from '../../exporters/pack/csvTable'
import { samplePack, sampleId } from '../../exporters/pack/fixtures/samplePack'
import { photoFiles } from '../../exporters/pack/photoFiles'
import { sourceTable } from '../../exporters/pack/sourceTable'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import type { ReadOptions } from '../fixtures/readWith'
import { tableImporter } from './tableImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => /\.(?:csv|tsv)$/.test(name))

const read = async (text: string, options: ReadOptions = {}): Promise<ParsedItem[]> =>
  (await readWith(tableImporter, Buffer.from(text), 'a.csv', options)).flatMap((item) =>
    item.kind === 'file' ? [] : [item],
  )

const recordsIn = async (text: string, options?: ReadOptions) =>
  (await read(text, options)).filter((item) => item.kind !== 'table')

const recognise = (text: string, name: string): number => tableImporter.recognise(Buffer.from(text), name)

describe('the table importer', () => {
  for (const name of names.filter((one) => !one.startsWith('damaged')))
    it(`reads ${name} as its expected records say`, async () => {
      const bytes = readFileSync(join(fixtures, name))
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace(/\.[ct]sv$/, '.expected.json')), 'utf8'),
      )
      expect(await readWith(tableImporter, bytes, name)).toEqual(expected)
      expect(tableImporter.recognise(bytes, name)).toBe(0.95)
    })

  it('refuses a table in which a quote is never closed', async () => {
    const bytes = readFileSync(join(fixtures, 'damaged.csv'))
    await expect(readWith(tableImporter, bytes, 'damaged.csv')).rejects.toMatchObject({
      code: 'damaged-file',
    })
  })

  it('knows tables by their cut, and takes a text that merely has commas for a text', () => {
    const table = 'title,author,date\na,b,c\nd,e,f\ng,h,i\n'
    expect(recognise(table, 'a.csv')).toBe(0.95)
    expect(recognise(table.replaceAll(',', '\t'), 'a.tsv')).toBe(0.95)
    expect(recognise(table, 'export')).toBe(0.6)
    expect(recognise('name\nCNN\nBBC\n', 'outlets.csv')).toBe(0.6)
    expect(recognise('العنوان,الكاتب,التاريخ\nأ,ب,ج\nد,ه,و\nز,ح,ط\n', 'export')).toBe(0.6)
    const texts = [
      'One, two, three\nfour, five, six\nseven, eight, nine\nten, eleven, twelve\n',
      'A headline\n\nOn Friday, the mayor, who was late, spoke.\nNobody, it seems, heard him.\n',
      'Dear all,\n\nthank you, and goodbye,\n\nAda\n',
      'Red, green, blue.\nOne, two, three.\nDo, re, mi.\nA, b, c.\n',
      '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 7 | 8 | 9 |\n',
      'title,author\na,b\nc,d\ne,f\n',
      'title,author,date\na,b,c\nd,e\ng,h,i\n',
      '1,2,3\n4,5,6\n7,8,9\n1,2,3\n',
      '',
    ]
    for (const text of texts) expect(recognise(text, 'noname')).toBe(0)
    expect(recognise(texts[1] ?? '', 'prose.csv')).toBe(0)
    expect(recognise('{"a":1,"b":2,"c":3}', 'a.csv')).toBe(0)
  })

  it('says what it cannot know, unless the user says it', async () => {
    const text = 'foo,bar\nHarbour,https://a.example\n'
    await expect(read('foo,bar\nx,y\n')).rejects.toMatchObject({
      code: 'unknown-format',
      details: { found: 'a table whose columns are not known' },
    })
    const mapping = { target: 'reference', columns: { foo: 'title', bar: 'URL', gone: 'note' } } as const
    expect(await read(text, { mapping })).toMatchObject([
      { kind: 'table', mapping, rows: 1 },
      { kind: 'reference', csl: { title: 'Harbour', URL: 'https://a.example' } },
    ])
  })

  it('follows the user against its own proposal, and leaves out fields that the target does not have', async () => {
    const columns = { title: 'headline', author: 'creator', url: '__proto__' }
    const records = await recordsIn('title,author,url\nA,B,https://a.example\n', {
      mapping: { target: 'photo', columns },
    })
    expect(records).toMatchObject([{ kind: 'photo', held: false, fields: { headline: 'A', creator: 'B' } }])
    expect(records[0]?.kind === 'photo' ? Object.keys(records[0].fields) : []).toEqual([
      'headline',
      'creator',
    ])
  })

  it('refuses what goes beyond its limits', async () => {
    await expect(read(`title,url\n${'a,b\n'.repeat(100_001)}`)).rejects.toMatchObject({
      details: { what: 'rows' },
    })
    await expect(read(`title,url\n${'x'.repeat(1_000_001)},b\n`)).rejects.toMatchObject({
      details: { what: 'characters in a cell' },
    })
    await expect(read(`title,url\n"${'x'.repeat(4_100_000)}`)).rejects.toMatchObject({
      details: { what: 'characters in a row' },
    })
    await expect(read(`title,url${',x'.repeat(1000)}\na,b\n`)).rejects.toMatchObject({
      details: { what: 'columns' },
    })
  })

  it('reads what real files break of the rules: mixed line ends, spaces before quotes, quotes inside cells', async () => {
    const text = 'title, author, url\r\n"A, b", "B, c", https://a.example\n5" disc,,\r\r"x" y,"",z\n\n'
    const [table] = await read(text)
    expect(table).toMatchObject({
      columns: ['title', 'author', 'url'],
      sample: [
        ['A, b', 'B, c', 'https://a.example'],
        ['5" disc', '', ''],
        ['"x" y', '', 'z'],
      ],
    })
    const [tabs] = await read('title\tauthor\turl\n\t\thttps://a.example\nA\t\t\n')
    expect(tabs).toMatchObject({
      sample: [
        ['', '', 'https://a.example'],
        ['A', '', ''],
      ],
    })
  })

  it('names rows that are longer than the header, and columns that differ', async () => {
    const [record] = await recordsIn('Caption,IPTC:Caption-Abstract,SourceFile\none,two,a.jpg,more\n')
    const doubts = record?.kind === 'photo' ? record.doubts : []
    expect(doubts?.map(({ field }) => field)).toEqual(['row', 'description'])
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(tableImporter, {
      name: 'a.csv',
      seeds: names.map((name) => readFileSync(join(fixtures, name))),
      runs: 200,
    })
  })
})

const photo = (number: number, fields: Photo['fields']): Photo => ({
  kind: 'photo',
  id: sampleId(number),
  fields,
  origins: {},
  orientation: 1,
})

describe('the tables of a pack', () => {
  it('give back the fields of its photos, also those that look like formulas', async () => {
    const value = fc
      .oneof(
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
        fc.constantFrom('=1+1', '-2', '@x', '+4'),
      )
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '' && !text.startsWith("'"))
    const fields = fc.dictionary(
      fc.constantFrom(
        'headline',
        'description',
        'creator',
        'creditLine',
        'copyrightNotice',
        'city',
        'altTextAccessibility',
        'rightsUsageTerms',
        'provinceState',
      ),
      value,
      { minKeys: 1 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 4 }), async (all) => {
        const photos = all.map((one, index) => photo(index + 1, one))
        const table = photoFiles(photos, new Map()).find((file) => file.path.endsWith('.csv'))
        const text = table?.content.kind === 'text' ? table.content.make() : ''
        const back = await recordsIn(text)
        expect(back.map((one) => (one.kind === 'photo' ? { ...one.fields, sourceFile: '' } : one))).toEqual(
          all.map((one) => ({ ...one, sourceFile: '' })),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('give back its sources', async () => {
    const sources: Source[] = [
      {
        id: sampleId(1),
        kind: 'source',
        name: 'CNN',
        aliases: ['A', '=B'],
        sourceKind: 'outlet',
        owner: '=A Holding',
        warnings: ['w'],
      },
      {
        id: sampleId(2),
        kind: 'source',
        name: '-Minus',
        aliases: [],
        url: 'https://a.example/x',
        warnings: [],
      },
    ]
    const text = sourceTable({ ...samplePack.records, sources })
    expect(await recordsIn(text)).toEqual([
      { kind: 'source', name: 'CNN', aliases: ['A', '=B'], sourceKind: 'outlet', owner: '=A Holding' },
      { kind: 'source', name: '-Minus', aliases: [], url: 'https://a.example/x' },
    ])
  })

  it('leave its citations alone, which are no records of their own', async () => {
    await expect(read(citationTable(samplePack.records))).rejects.toMatchObject({ code: 'unknown-format' })
  })

  it('are read as they were written, cell by cell', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) =>
        text
          .normalize('NFC')
          .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
          .trim(),
      )
      .filter((text) => !text.startsWith("'"))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const text = csvTable(
          ['key', 'title', 'note'],
          rows.map(([title, note], index) => [index, title, note]),
        )
        const [table] = await read(text)
        expect(table).toMatchObject({
          kind: 'table',
          rows: rows.length,
          sample: rows.slice(0, 5).map(([title, note], index) => [String(index), title, note]),
        })
      }),
      { numRuns: 100 },
    )
  })
})
