import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { onePixel, zipOf } from '../documents/fixtures/zipOf'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { docxImporter } from './docxImporter'
import { paragraph, relationshipsOf, reportFile, wordFile } from './fixtures/wordFile'

const expected: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/report.json'), 'utf8'))

const textsOf = async (body: string): Promise<readonly string[]> =>
  (await articleIn(docxImporter, await wordFile(body), 'a.docx')).passages.map((passage) => passage.text)

const refusal = async (bytes: Uint8Array): Promise<unknown> =>
  readWith(docxImporter, bytes, 'a.docx').then(
    () => undefined,
    (error: unknown) => error,
  )

const ole = (content: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(content, 'utf16le')])

describe('the Word importer', () => {
  it('reads all that a document holds as its expected record says, and the picture beside it', async () => {
    const [article, picture, ...rest] = await readWith(docxImporter, await reportFile(), 'report.docx')
    expect(article).toEqual(expected)
    expect(picture).toMatchObject({ kind: 'file', name: 'image1.png' })
    expect(picture?.kind === 'file' && onePixel.equals(picture.bytes)).toBe(true)
    expect(rest).toEqual([])
  })

  it('takes the name of the file for a headline, and says so, where there is no title', async () => {
    const article = await articleIn(docxImporter, await wordFile(paragraph('Words.')), 'A report.docx')
    expect(article.fields.headline).toBe('A report')
    expect(article.doubts.map((doubt) => doubt.field)).toContain('headline')
  })

  it('keeps the parts of a nested table in the cell around it', async () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph('c')}</w:tc><w:tc>${paragraph('d')}</w:tc></w:tr></w:tbl>`
    const table = `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${inner}${paragraph('')}</w:tc></w:tr></w:tbl>`
    expect(await textsOf(table)).toEqual(['a | c | d'])
  })

  it('expands no entity and reads no document type', async () => {
    const bytes = await wordFile('', {
      'word/document.xml':
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>A &x; and &f; &amp; B</w:t></w:r></w:p></w:body></w:document>',
    })
    const { passages } = await articleIn(docxImporter, bytes, 'a.docx')
    expect(passages.map((passage) => passage.text)).toEqual(['A &x; and &f; & B'])
  })

  it('keeps the address of a picture outside as data and loads nothing', async () => {
    const bytes = await wordFile('<w:p><w:r><w:drawing><a:blip r:link="rId1"/></w:drawing></w:r></w:p>', {
      'word/_rels/document.xml.rels': relationshipsOf([['image', 'https://example.org/a.png', 'External']]),
    })
    const items = await readWith(docxImporter, bytes, 'a.docx')
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ slots: [{ number: 1, address: 'https://example.org/a.png' }] })
  })

  it('reads the text where a picture is damaged, and says which', async () => {
    const bytes = Buffer.from(await reportFile())
    const at = bytes.indexOf('word/media/image1.png') + 'word/media/image1.png'.length
    bytes.fill(0xff, at, at + 20)
    const items = await readWith(docxImporter, bytes, 'a.docx')
    expect(items.map((item) => item.kind)).toEqual(['article', 'unreadable'])
    expect(items[1]).toMatchObject({ name: 'image1.png', code: 'damaged-file' })
  })

  it('refuses a locked document as encrypted, and an old one as unknown', async () => {
    const locked = ole('EncryptedPackage')
    expect(docxImporter.recognise(locked, 'a.docx')).toBeGreaterThan(0.5)
    expect(await refusal(locked)).toMatchObject({ code: 'encrypted' })
    expect(docxImporter.recognise(ole('WordDocument'), 'a.doc')).toBe(0)
    expect(await refusal(ole('WordDocument'))).toMatchObject({ code: 'unknown-format' })
  })

  it('refuses a ZIP that holds no Word document, and one that is cut off', async () => {
    expect(await refusal(await zipOf({ 'a.txt': 'Text.' }))).toMatchObject({ code: 'damaged-file' })
    expect(await refusal((await reportFile()).subarray(0, 2000))).toMatchObject({ code: 'damaged-file' })
  })

  it('refuses elements that are nested beyond reason', async () => {
    const error = await refusal(await wordFile('<w:sdt><w:sdtContent>'.repeat(50_000)))
    expect(error).toMatchObject({ code: 'limit', details: { what: 'elements inside each other', most: 512 } })
  })

  it('refuses markup that unpacks to more than its limit, by the bytes that really come out', async () => {
    const error = await refusal(
      await wordFile(`<w:p><w:r><w:t>${'a'.repeat(260 * 1024 * 1024)}</w:t></w:r></w:p>`),
    )
    expect(error).toMatchObject({ code: 'limit', details: { what: 'bytes of unpacked markup' } })
  })

  it('knows its files by their parts, and leaves other archives alone', async () => {
    expect(docxImporter.recognise(await reportFile(), 'a.zip')).toBe(0.95)
    expect(
      docxImporter.recognise(await zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'a.docx'),
    ).toBe(0)
    expect(docxImporter.recognise(await zipOf({ 'report.docx': await reportFile() }), 'a.zip')).toBe(0)
    expect(docxImporter.recognise(Buffer.from('Text.'), 'a.docx')).toBe(0)
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(docxImporter, { name: 'a.docx', seeds: [await reportFile()], runs: 150 })
  })
})

const passagesExpected: Readonly<Record<string, number>> = {
  'testWORD_various.docx': 32,
  'footnotes.docx': 2,
}

for (const path of sharedFiles('corpora/documents/tika/docx', '.docx'))
  it(`reads ${basename(path)}, or refuses it where it is locked`, async () => {
    const bytes = readFileSync(path)
    expect(docxImporter.recognise(bytes.subarray(0, 65_536), 'a.bin')).toBeGreaterThan(0.8)
    if (path.includes('protected')) return expect(await refusal(bytes)).toMatchObject({ code: 'encrypted' })
    if (path.includes('multi_authors'))
      return expect(await refusal(bytes)).toMatchObject({ code: 'not-text' })
    const article = await articleIn(docxImporter, bytes, basename(path))
    const count = passagesExpected[basename(path)]
    if (count !== undefined) expect(article.passages).toHaveLength(count)
    const held = article.passages.length + article.slots.length + article.doubts.length
    expect(held).toBeGreaterThan(0)
  })
