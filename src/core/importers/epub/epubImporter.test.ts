import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { zipOf } from '../documents/fixtures/zipOf'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { epubImporter } from './epubImporter'
import { bookFile, encryption } from './fixtures/book'

const expected: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/book.json'), 'utf8'))

const refusal = async (bytes: Uint8Array): Promise<unknown> =>
  readWith(epubImporter, bytes, 'a.epub').then(
    () => undefined,
    (error: unknown) => error,
  )

describe('the EPUB importer', () => {
  it('reads all that a book holds as its expected record says, and its pictures beside it', async () => {
    const [article, ...files] = await readWith(epubImporter, await bookFile(), 'book.epub')
    expect(article).toEqual(expected)
    expect(files.map((file) => file.kind === 'file' && file.name)).toEqual(['cover.png', 'ferry.png'])
  })

  it('expands no entity that a chapter declares', async () => {
    const chapter =
      '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY boom "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
      '<html xmlns="h"><body><p>A &boom; &f; &eacute; B</p></body></html>'
    const article = await articleIn(
      epubImporter,
      await bookFile({ 'OPS/text/one 1.xhtml': chapter }),
      'a.epub',
    )
    expect(article.passages.map(({ text }) => text)).toContain('A &boom; &f; é B')
  })

  it('refuses a book whose text is encrypted, and reads one whose fonts alone are', async () => {
    const locked = encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/text/two.html')
    expect(await refusal(await bookFile({ 'META-INF/encryption.xml': locked }))).toMatchObject({
      code: 'encrypted',
    })
    const fonts = encryption('http://www.idpf.org/2008/embedding', 'OPS/font.otf')
    const article = await articleIn(
      epubImporter,
      await bookFile({ 'META-INF/encryption.xml': fonts }),
      'book.epub',
    )
    expect(article).toEqual(expected)
  })

  it('refuses a book without its package, and one that is cut off', async () => {
    const mimetype = 'application/epub+zip'
    expect(await refusal(await zipOf({ mimetype }))).toMatchObject({ code: 'damaged-file' })
    expect(await refusal((await bookFile()).subarray(0, 1500))).toMatchObject({ code: 'damaged-file' })
    expect(await refusal(await bookFile({ 'OPS/book.opf': '<package/>' }))).toMatchObject({
      code: 'damaged-file',
    })
  })

  it('refuses a chapter that is nested beyond reason', async () => {
    const chapter = `<html xmlns="h"><body>${'<div>'.repeat(100_000)}`
    expect(await refusal(await bookFile({ 'OPS/text/one 1.xhtml': chapter }))).toMatchObject({
      code: 'limit',
      details: { what: 'elements inside each other', most: 512 },
    })
  })

  it('refuses a chapter that unpacks to more than its limit', async () => {
    expect(
      await refusal(await bookFile({ 'OPS/text/two.html': Buffer.alloc(33 * 1024 * 1024, 0x20) })),
    ).toMatchObject({
      code: 'limit',
    })
  })

  it('knows its files by their type, and leaves other archives alone', async () => {
    expect(epubImporter.recognise(await bookFile(), 'a.zip')).toBe(0.95)
    expect(epubImporter.recognise(await zipOf({ mimetype: 'application/x-other' }), 'a.epub')).toBe(0)
    expect(epubImporter.recognise(await zipOf({ 'a.txt': 'Text.' }), 'a.zip')).toBe(0)
    expect(epubImporter.recognise(Buffer.from('Text.'), 'a.epub')).toBe(0)
  })

  it('answers with valid records or refuses, for any bytes', async () => {
    await expectOnlyRefusals(epubImporter, { name: 'a.epub', seeds: [await bookFile()], runs: 150 })
  })
})

const passagesExpected: Readonly<Record<string, number>> = {
  'testEPUB_multi-metadata-vals.epub': 1258,
  'testEPUB_xml_ext.epub': 3,
}

for (const path of sharedFiles('corpora/documents/tika/epub', '.epub'))
  it(`reads ${basename(path)}`, async () => {
    const article = await articleIn(epubImporter, readFileSync(path), basename(path))
    expect(article.passages).toHaveLength(passagesExpected[basename(path)] ?? -1)
    expect(article.fields.byline).toBeDefined()
  })
