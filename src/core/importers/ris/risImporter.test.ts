import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedReference } from '#shared/model/parsed'
import type { CslItem } from '#shared/model/reference'
import { itemsToRis } from '#core/references/writing/itemsToRis'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import { risImporter } from './risImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.ris'))

const read = (text: string) => readWith(risImporter, Buffer.from(text), 'a.ris')

const referencesIn = async (text: string): Promise<ParsedReference[]> =>
  (await read(text)).flatMap((item) => (item.kind === 'reference' ? [item] : []))

const recognise = (text: string, name: string): number => risImporter.recognise(Buffer.from(text), name)

describe('the RIS importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected records say`, async () => {
      const bytes = readFileSync(join(fixtures, name))
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace(/\.ris$/, '.expected.json')), 'utf8'),
      )
      expect(await readWith(risImporter, bytes, name)).toEqual(expected)
      expect(risImporter.recognise(bytes, name)).toBeGreaterThanOrEqual(0.95)
    })

  it('knows its own by a type and a tag after it', () => {
    expect(recognise('TY  - JOUR\nAU  - A\n', 'noname')).toBe(0.95)
    expect(recognise('\ufeff\r\n\r\nTY  - JOUR\r\nTI  - A\r\n', 'a.ris')).toBe(0.97)
    expect(recognise('Provider: X\n\nTY  - JOUR\nTI  - A\n', 'a.ris')).toBe(0.95)
    for (const other of ['TY - a text that goes on', 'TY  - JOUR', 'Some text\nTY  - JOUR\nAU  - A', ''])
      expect(recognise(other, 'a.txt')).toBe(0)
  })

  for (const [name, end] of [
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ] as const)
    it(`reads lines that end in ${name}`, async () => {
      const text = ['TY  - MGZN', 'TI  - A', 'N2  - one', 'two', 'ER  - ', ''].join(end)
      expect(await referencesIn(text)).toMatchObject([
        { csl: { type: 'article-magazine', title: 'A', abstract: 'one\ntwo' } },
      ])
    })

  it('refuses fields and lists beyond their limits, also where a field goes on and on', async () => {
    await expect(read(`TY  - BOOK\nAB  - ${'x'.repeat(1_000_001)}`)).rejects.toMatchObject({ code: 'limit' })
    const going = `TY  - BOOK\nAB  - a\n${'and on it goes\n'.repeat(80_000)}`
    await expect(read(going)).rejects.toMatchObject({ details: { what: 'characters in a field' } })
    await expect(read(`TY  - BOOK\n${'KW  - a\n'.repeat(10_001)}`)).rejects.toMatchObject({
      details: { most: 10_000 },
    })
    await expect(read('TY  - BOOK\n'.repeat(100_002))).rejects.toMatchObject({ details: { most: 100_000 } })
  })

  it('tells editors from those of a series, and a conference from its proceedings', async () => {
    const [book, paper, article] = await referencesIn(
      [
        'TY  - BOOK\nA2  - Serie, S.\nA3  - Edit, E.\nER  - ',
        'TY  - CONF\nT2  - Crane Days\nC3  - Proceedings\nA2  - Edit, E.\nER  - ',
        'TY  - JOUR\nJF  - Journal of Ports\nJO  - J. Ports\nER  - ',
      ].join('\n'),
    )
    expect(book?.csl).toMatchObject({
      'collection-editor': [{ family: 'Serie' }],
      editor: [{ family: 'Edit' }],
    })
    expect(paper?.csl).toMatchObject({ 'event-title': 'Crane Days', 'container-title': 'Proceedings' })
    expect(article?.csl).toMatchObject({
      'container-title': 'Journal of Ports',
      'container-title-short': 'J. Ports',
    })
  })

  it('puts a date together from its year and a month or day, and keeps what other dates say', async () => {
    const dated = async (...lines: string[]) =>
      (await referencesIn(`TY  - JOUR\n${lines.join('\n')}\nER  - `))[0]?.csl
    expect(await dated('PY  - 2004', 'DA  - DEC')).toMatchObject({ issued: { 'date-parts': [[2004, 12]] } })
    expect(await dated('DA  - Jun 15', 'PY  - 2004')).toMatchObject({
      issued: { 'date-parts': [[2004, 6, 15]] },
    })
    expect(await dated('PY  - 2004', 'DA  - Spring')).toMatchObject({
      issued: { 'date-parts': [[2004]], season: 1 },
    })
    expect(
      await dated(
        'PY  - 2013/04/18',
        'Y1  - 2013',
        'PY  - 2013/02/15/received',
        'DA  - FEB-MAR',
        'Y2  - ///',
      ),
    ).toEqual({
      id: 'entry-1',
      type: 'article-journal',
      issued: { 'date-parts': [[2013, 4, 18]] },
      custom: { DA: 'FEB-MAR', PY: '2013/02/15/received' },
    })
  })

  it('keeps a value whose variable is taken, and the values of one that has several lines', async () => {
    const [report, paper] = await referencesIn(
      [
        'TY  - RPRT\nSN  - TR-40\nIS  - 12\nM1  - 7\nAD  - Port Example\nSouth Quay\nER  - ',
        'TY  - CONF\nJF  - Review of Harbours\nC3  - Proceedings\nDO  - doi:10.1000/182\nER  - ',
      ].join('\n'),
    )
    expect(report?.csl).toMatchObject({
      number: 'TR-40',
      custom: { IS: '12', M1: '7', AD: ['Port Example', 'South Quay'] },
    })
    expect(paper?.csl).toMatchObject({
      'container-title': 'Proceedings',
      DOI: '10.1000/182',
      custom: { JF: 'Review of Harbours' },
    })
  })

  it('does not take a press release for an article, nor a podcast for a document', async () => {
    const [release, podcast] = await referencesIn('TY  - PRESS\nTI  - A\nER  - \nTY  - POD\nTI  - B\nER  - ')
    expect(release?.csl).toMatchObject({ type: 'report', genre: 'Press release' })
    expect(podcast?.csl.type).toBe('broadcast')
  })

  it('knows the recipient of a letter and the adviser of a thesis', async () => {
    const [letter, thesis] = await referencesIn(
      'TY  - PCOMM\nA2  - Lind, Eva\nER  - \nTY  - THES\nA3  - Lind, Eva\nER  - ',
    )
    const lind = [{ family: 'Lind', given: 'Eva' }]
    expect([letter?.csl['recipient'], thesis?.csl['contributor']]).toEqual([lind, lind])
  })

  it('refuses a file without a record', async () => {
    await expect(read('Just text')).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(risImporter, {
      name: 'a.ris',
      seeds: names.map((name) => readFileSync(join(fixtures, name))),
    })
  })
})

describe('RIS, written and read back,', () => {
  const word = fc.stringMatching(/^[A-ZÄÖÉ][a-zäöéß]{1,9}$/)
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  const name = fc.oneof(
    fc.record({ family: word, given: line }),
    fc.record({ family: word, given: word, suffix: fc.constantFrom('Jr.', 'III') }),
    fc.record({ family: word, given: word, 'non-dropping-particle': fc.constantFrom('van den', 'de') }),
    fc.record({ family: word, given: word, 'dropping-particle': fc.constantFrom('von', 'de la') }),
    fc.record({ literal: line }),
  )
  const year = fc.integer({ min: 1000, max: 2199 })
  const month = fc.integer({ min: 1, max: 12 })
  const parts = fc.oneof(
    fc.tuple(year),
    fc.tuple(year, month),
    fc.tuple(year, month, fc.integer({ min: 1, max: 28 })),
  )
  /** Types that RIS has, and that can stand in something. */
  const type = fc.constantFrom(
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'chapter',
    'paper-conference',
    'post-weblog',
    'webpage',
  )
  const item: fc.Arbitrary<CslItem> = fc.record(
    {
      id: word,
      type,
      title: line,
      'container-title': line,
      publisher: line,
      author: fc.array(name, { minLength: 1, maxLength: 4 }),
      issued: parts.map((one) => ({ 'date-parts': [one] })),
      URL: fc.webUrl(),
      language: fc.constantFrom('en', 'de-AT'),
    },
    { requiredKeys: ['id', 'type'] },
  ) as fc.Arbitrary<CslItem>

  it('is the same for everything that RIS has a place for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          item.filter((one) => Object.keys(one).length > 2),
          { minLength: 1, maxLength: 4 },
        ),
        async (items) => {
          const back = await referencesIn(itemsToRis(items))
          expect(back.map((one) => one.csl)).toEqual(items)
          expect(back.flatMap((one) => one.doubts)).toEqual([])
          expect(back.map((one) => one.key)).toEqual(items.map((one) => one.id))
        },
      ),
      { numRuns: 200 },
    )
  })
})
