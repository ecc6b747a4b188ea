import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { ParsedReference } from '#shared/model/parsed'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import { bibtexImporter } from './bibtexImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.bib'))

const read = (text: string | Uint8Array) =>
  readWith(bibtexImporter, typeof text === 'string' ? Buffer.from(text) : text, 'a.bib')

const referencesIn = async (text: string): Promise<ParsedReference[]> =>
  (await read(text)).flatMap((item) => (item.kind === 'reference' ? [item] : []))

const recognise = (text: string, name: string): number => bibtexImporter.recognise(Buffer.from(text), name)

describe('the BibTeX importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected records say`, async () => {
      const bytes = readFileSync(join(fixtures, name))
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace(/\.bib$/, '.expected.json')), 'utf8'),
      )
      expect(await readWith(bibtexImporter, bytes, name)).toEqual(expected)
      expect(bibtexImporter.recognise(bytes, name)).toBe(0.97)
    })

  it('knows its own by an entry with a field, and leaves texts alone that merely have signs of it', () => {
    expect(recognise('@book{a, title = {x}}', 'noname')).toBe(0.95)
    expect(recognise('% Encoding: UTF-8\n@book{a,\n title = {x}}', 'refs.txt')).toBe(0.95)
    expect(recognise('@comment{jabref-meta: x;}', 'a.bib')).toBe(0.92)
    const others = [
      'A text about @book{a, title = {x}} and the like',
      '@reporter said (on Friday), that',
      '@media print { a { b: c } }',
      'Write:\n\n@book{a, title = {x}}\n',
      '',
    ]
    for (const other of others) expect(recognise(other, 'a.txt')).toBe(0)
    expect(recognise('no entry', 'a.bib')).toBe(0)
  })

  for (const charset of ['windows-1252', 'utf-16le'])
    it(`reads ${charset}`, async () => {
      const text = '@book{schlüssel, title = {Häfen für alle, größer und schöner}}'
      const bytes = iconv.encode(text, charset, { addBOM: true })
      expect(await read(bytes)).toMatchObject([
        { key: 'schlüssel', csl: { title: 'Häfen für alle, größer und schöner' } },
      ])
    })

  it('takes fields from other entries, also through several, and ends in a circle', async () => {
    const [child] = await referencesIn(
      '@inbook{c, crossref={b}, title={C}}@book{b, crossref={m}, title={B}}@xdata{p, publisher={P}}@book{m, xdata={p}, note={N}}',
    )
    expect(child?.csl).toMatchObject({ title: 'C', 'container-title': 'B', note: 'N', publisher: 'P' })
    const circle = await referencesIn('@book{a, crossref={b}, title={A}}@book{b, crossref={a}, note={B}}')
    expect(circle[0]?.csl).toMatchObject({ title: 'A', note: 'B' })
  })

  it('keeps the year of a volume beside the date of the whole work, whose title is another one', async () => {
    const [volume] = await referencesIn(
      `@book{v, crossref={w}, title={North Quay}, year=1989, address={Port Example}}
      @mvbook{w, title={Quays}, subtitle={A Survey}, shorttitle={Qu.}, date={1986/1992}, location={Elsewhere}}`,
    )
    expect(volume?.csl).toEqual({
      id: 'v',
      type: 'book',
      title: 'North Quay',
      issued: { 'date-parts': [[1989]] },
      'publisher-place': 'Port Example',
      custom: { maintitle: 'Quays', mainsubtitle: 'A Survey' },
    })
  })

  it('keeps which list of names has others, and a month beside a date where it is none', async () => {
    const [item] = await referencesIn(
      '@book{a, author={Sample, Anna and others}, editor={Lind, Eva}, date={1987/1989}, month={Michaelmas}}',
    )
    expect(item?.csl).toMatchObject({
      author: [{ family: 'Sample', given: 'Anna' }],
      custom: { 'and-others': 'author', month: 'Michaelmas' },
    })
  })

  it('names the parent that is missing', async () => {
    const [child] = await referencesIn('@inbook{c, crossref={gone}, title={C}}')
    expect(child?.doubts).toMatchObject([{ message: expect.stringContaining('"gone"') as string }])
  })

  it('refuses what grows without end: abbreviations of abbreviations, and what entries take from others', async () => {
    const doubled = Array.from({ length: 40 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join('\n')
    await expect(read(`@string{s0="xxxxxxxx"}\n${doubled}\n@book{a,title=s40}`)).rejects.toMatchObject({
      code: 'limit',
    })
    const long = 'x'.repeat(900_000)
    const uses = (entry: string): string => Array.from({ length: 60 }, () => entry).join('\n')
    await expect(read(`@string{l="${long}"}${uses('@book{a,title=l}')}`)).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'characters from abbreviations' },
    })
    await expect(read(`@book{p,note={${long}}}${uses('@inbook{a,crossref=p,}')}`)).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'characters from other entries' },
    })
  })

  it('refuses fields, entries and lists beyond their limits', async () => {
    await expect(read(`@book{a,title={${'x'.repeat(1_000_001)}}}`)).rejects.toMatchObject({
      details: { what: 'characters in a field', most: 1_000_000 },
    })
    const fields = Array.from({ length: 1001 }, (_, n) => `f${n}={x}`).join(',')
    await expect(read(`@book{a,${fields}}`)).rejects.toMatchObject({ details: { most: 1000 } })
    await expect(read(`@book{a,author={${'a and '.repeat(10_001)}b}}`)).rejects.toMatchObject({
      details: { most: 10_000 },
    })
    await expect(read('@book{a,}'.repeat(100_001))).rejects.toMatchObject({ details: { most: 100_000 } })
  })

  it('reads deep braces, and entries that are never closed, as far as they go', async () => {
    const deep = `${'{'.repeat(200_000)}x${'}'.repeat(200_000)}`
    expect(await referencesIn(`@book{a, title=${deep}}`)).toMatchObject([{ csl: { title: 'x' } }])
    const open = Array.from(
      { length: 20_000 },
      (_, n) => `@book{k${n}, year=2001, title={never closed\n`,
    ).join('')
    const items = await read(open)
    expect(items).toHaveLength(20_000)
    expect(items[7]).toMatchObject({ key: 'k7', csl: { issued: { 'date-parts': [[2001]] } } })
  })

  it('refuses a file without an entry that can be read', async () => {
    await expect(read('@comment{nothing}')).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('reads names and titles back as they were written in LaTeX', async () => {
    const word = fc.stringMatching(/^[A-ZÄÉŠ][a-zäéßøł]{1,8}$/)
    const escape = (text: string): string =>
      text
        .replaceAll('ä', '{\\"a}')
        .replaceAll('é', "{\\'e}")
        .replaceAll('Š', '{\\v S}')
        .replaceAll('ø', '{\\o}')
    const name = fc.record({ family: word, given: word })
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), word, async (author, title) => {
        const listed = author.map(({ family, given }) => escape(`${family}, ${given}`)).join(' and ')
        const unsorted = author.map(({ family, given }) => escape(`${given} ${family}`)).join('\n and ')
        for (const list of [listed, unsorted]) {
          const [item] = await referencesIn(`@book{a, title = {${escape(title)}}, author = {${list}}}`)
          expect(item?.csl).toEqual({ id: 'a', type: 'book', title, author })
        }
      }),
      { numRuns: 100 },
    )
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(bibtexImporter, {
      name: 'a.bib',
      seeds: names.map((name) => readFileSync(join(fixtures, name))),
      bytes: fc
        .array(
          fc.constantFrom(
            '@book{a,',
            '@string{',
            '{',
            '}',
            '"',
            '#',
            '=',
            'title',
            '\\',
            "\\'",
            '\n@',
            ',',
            '$',
            '^',
            '\\url',
            ' and ',
          ),
          { maxLength: 40 },
        )
        .map((parts) => Buffer.from(parts.join(''))),
    })
  })
})
