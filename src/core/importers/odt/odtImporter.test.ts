import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { onePixel, zipOf } from '../documents/fixtures/zipOf'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { flatReport, openDocument, reportFile } from './fixtures/openDocument'
import { odtImporter } from './odtImporter'

const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/report.json'), 'utf8')) as {
  readonly slots: readonly object[]
}

const refusal = async (bytes: Uint8Array): Promise<unknown> =>
  readWith(odtImporter, bytes, 'a.odt').then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the OpenDocument importer', () => {
  it('reads all that a document holds as its expected record says, and the picture beside it', async () => {
    const [article, picture, ...rest] = await readWith(odtImporter, await reportFile(), 'report.odt')
    expect(article).toEqual(expected)
    expect(picture).toMatchObject({ kind: 'file', name: 'ferry.png' })
    expect(picture?.kind === 'file' && onePixel.equals(picture.bytes)).toBe(true)
    expect(rest).toEqual([])
  })

  it('reads a flat file as the same record, its picture numbered', async () => {
    const [article, picture] = await readWith(odtImporter, flatReport(), 'report.fodt')
    expect(article).toEqual({
      ...expected,
      slots: expected.slots.map((slot) => ({ ...slot, picture: 'image1.png' })),
    })
    expect(picture?.kind === 'file' && onePixel.equals(picture.bytes)).toBe(true)
  })

  it('expands no entity', async () => {
    const bytes = await openDocument('', {
      'content.xml':
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x "boom">]><office:document-content><office:body><office:text>' +
        '<text:p>A &x; B</text:p></office:text></office:body></office:document-content>',
    })
    expect((await articleIn(odtImporter, bytes, 'a.odt')).passages.map(({ text }) => text)).toEqual([
      'A &x; B',
    ])
  })

  it('refuses a document that is locked by a password', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    expect(await refusal(await openDocument('', { 'META-INF/manifest.xml': manifest }))).toMatchObject({
      code: 'encrypted',
    })
    expect(await refusal(await openDocument('', { 'encrypted-package': 'x' }))).toMatchObject({
      code: 'encrypted',
    })
  })

  it('refuses what is named so and is no document', async () => {
    expect(await refusal(Buffer.from('Just a text.'))).toMatchObject({ code: 'damaged-file' })
    expect(await refusal((await reportFile()).subarray(0, 1000))).toMatchObject({ code: 'damaged-file' })
    expect(await refusal(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }))).toMatchObject(
      {
        code: 'damaged-file',
      },
    )
    expect(odtImporter.recognise(Buffer.from('Just a text.'), 'a.odt')).toBe(0)
  })

  it('refuses elements that are nested beyond reason', async () => {
    const error = await refusal(await openDocument('<text:list><text:list-item>'.repeat(50_000)))
    expect(error).toMatchObject({ code: 'limit', details: { what: 'elements inside each other', most: 512 } })
  })

  it('knows its files by their type, and leaves spreadsheets and other XML alone', async () => {
    expect(odtImporter.recognise(await reportFile(), 'a.bin')).toBe(0.95)
    expect(odtImporter.recognise(flatReport(), 'a.xml')).toBe(0.95)
    const sheet = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '',
    })
    expect(odtImporter.recognise(sheet, 'a.odt')).toBe(0)
    expect(odtImporter.recognise(Buffer.from('<?xml version="1.0"?><document/>'), 'a.fodt')).toBe(0)
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(odtImporter, {
      name: 'a.odt',
      seeds: [await reportFile(), flatReport()],
      runs: 200,
    })
  })
})

const passagesExpected: Readonly<Record<string, number>> = {
  'testODTEmbedded.odt': 1,
  'testOpenOffice2.odt': 1,
  'testPhoneNumberExtractor.odt': 8,
  'testStyles.odt': 8,
}

for (const path of sharedFiles('corpora/documents/tika/odt', '.odt'))
  it(`reads ${basename(path)}, or refuses it where it is no document`, async () => {
    const bytes = readFileSync(path)
    const count = passagesExpected[basename(path)]
    if (count === undefined) return expect(await refusal(bytes)).toMatchObject({ code: 'damaged-file' })
    expect((await articleIn(odtImporter, bytes, basename(path))).passages).toHaveLength(count)
  })
