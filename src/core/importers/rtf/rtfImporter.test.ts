import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { rtfImporter } from './rtfImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const report = readFileSync(join(fixtures, 'report.rtf'))
const expected: unknown = JSON.parse(readFileSync(join(fixtures, 'report.json'), 'utf8'))

const textsOf = async (rtf: string): Promise<readonly string[]> =>
  (await articleIn(rtfImporter, Buffer.from(rtf, 'latin1'), 'a.rtf')).passages.map(({ text }) => text)

const refusal = async (rtf: string): Promise<unknown> =>
  readWith(rtfImporter, Buffer.from(rtf, 'latin1'), 'a.rtf').then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the RTF importer', () => {
  it('reads all that a document holds as its expected record says, and the picture beside it', async () => {
    const [article, picture, ...rest] = await readWith(rtfImporter, report, 'report.rtf')
    expect(article).toEqual(expected)
    expect(picture).toEqual({
      kind: 'file',
      name: 'image1.png',
      bytes: Buffer.from('89504e470d0a1a0a', 'hex'),
    })
    expect(rest).toEqual([])
  })

  it('reads what there is of a file that was cut off', async () => {
    const texts = await textsOf('{\\rtf1 One.\\par {\\b Two')
    expect(texts).toEqual(['One.', 'Two'])
  })

  it('takes bytes after \\bin for data and not for text', async () => {
    expect(await textsOf('{\\rtf1 A{\\pict\\pngblip\\bin4 }}}}} B\\par}')).toEqual(['A B'])
  })

  it('skips what stands for a character in readers without Unicode', async () => {
    expect(
      await textsOf("{\\rtf1\\uc2 \\u1078ab\\uc1\\u1072\\'3f\\u1088\\emdash .\\uc0\\u33 x\\par}"),
    ).toEqual(['жар.!x'])
  })

  it('makes no word of half a character', async () => {
    expect(await textsOf('{\\rtf1 a\\u55357?b\\par}')).toEqual(['a\ufffdb'])
  })

  it('refuses groups that are nested beyond reason', async () => {
    expect(await refusal(`{\\rtf1 ${'{'.repeat(100_000)}`)).toMatchObject({
      code: 'limit',
      details: { what: 'groups inside each other', most: 512 },
    })
  })

  it('refuses more pictures than its limit', async () => {
    expect(await refusal(`{\\rtf1 ${'{\\pict\\pngblip 00}'.repeat(10_001)}}`)).toMatchObject({
      code: 'limit',
      details: { what: 'pictures', most: 10_000 },
    })
  })

  it('refuses a file without any text', async () => {
    expect(await refusal('{\\rtf1\\ansi }')).toMatchObject({ code: 'not-text' })
  })

  it('knows its files by their beginning alone', () => {
    expect(rtfImporter.recognise(report, 'a.doc')).toBe(0.95)
    expect(rtfImporter.recognise(Buffer.from('A text about {\\rtf1}'), 'a.rtf')).toBe(0)
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    const piece = fc.constantFrom(
      ...'{ } \\par \\cell \\row \\intbl \\footnote \\pict \\field \\*\\fldinst \\u1078? \\bin9 \\ud \\upr \\shptxt \\v x \\pard'.split(
        ' ',
      ),
    )
    const bytes = fc.array(piece, { maxLength: 80 }).map((parts) => Buffer.from(`{\\rtf1 ${parts.join(' ')}`))
    await expectOnlyRefusals(rtfImporter, { name: 'a.rtf', seeds: [report], bytes, runs: 600 })
  })
})

const passagesExpected: Readonly<Record<string, number>> = {
  'testRTF.rtf': 0,
  'testRTFBoldItalic.rtf': 6,
  'testRTFControls.rtf': 8,
  'testRTFHyperlink.rtf': 17,
  'testRTFJapanese.rtf': 16,
}

for (const path of sharedFiles('corpora/documents/tika/rtf', '.rtf'))
  it(`reads ${basename(path)}`, async () => {
    const article = await articleIn(rtfImporter, readFileSync(path), basename(path))
    expect(article.passages).toHaveLength(passagesExpected[basename(path)] ?? -1)
    expect(article.passages.every(({ text }) => !text.includes('\\'))).toBe(true)
  })
