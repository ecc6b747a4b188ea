import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import type { ParsedArticle } from '#shared/model/parsed'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { columns } from './fixtures/columns'
import { pagesToPdf, type FixtureDocument } from './fixtures/pagesToPdf'
import { report } from './fixtures/report'
import { writePdf } from './fixtures/writePdf'
import { pdfImporter } from './pdfImporter'

const read = (document: FixtureDocument, name = 'a.pdf'): Promise<ParsedArticle> =>
  articleIn(pdfImporter, pagesToPdf(document), name)

const textsOf = ({ passages }: ParsedArticle): readonly string[] => passages.map(({ text }) => text)

const line = (
  text: string,
  y = 700,
  x = 72,
): { readonly text: string; readonly x: number; readonly y: number } => ({
  text,
  x,
  y,
})

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const pageTree = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const packed = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9 })

const expected = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'))

describe('the PDF importer', () => {
  it('reads a report as its expected record says', async () => {
    expect(await readWith(pdfImporter, pagesToPdf(report), 'report.pdf')).toEqual([expected('report.json')])
  })

  it('reads two columns one after the other, also where the file has them line by line', async () => {
    expect(await readWith(pdfImporter, pagesToPdf(columns), 'columns.pdf')).toEqual([
      expected('columns.json'),
    ])
  })

  it('takes the largest text at the top for the headline where no real title is stated, and says so', async () => {
    const { headline, doubts } = await read({
      info: { Title: 'Microsoft Word - draft.doc' },
      pages: [
        {
          lines: [
            { ...line('A town by the sea'), size: 20 },
            line('There is a town that lies by the sea.', 660),
          ],
        },
      ],
    }).then(({ fields, doubts: all }) => ({ headline: fields.headline, doubts: all }))
    expect(headline).toBe('A town by the sea')
    expect(doubts).toContainEqual({
      field: 'headline',
      message: 'It states no title; the largest text at the top of page 1 was taken for the headline.',
    })
  })

  it('takes the name of the file where nothing stands out', async () => {
    const article = await read(
      { pages: [{ lines: [line('There is a town that lies by the sea.')] }] },
      'The town.pdf',
    )
    expect(article.fields.headline).toBe('The town')
    expect(article.doubts.map(({ field }) => field)).toContain('headline')
  })

  it('claims a date only where the text has the word for it', async () => {
    const lines = [line('Published: 23 March 2019'), line('1 May 2018', 660)]
    const { fields, origins } = await read({ info: { CreationDate: 'D:20200101' }, pages: [{ lines }] })
    expect(fields.published).toEqual({ edtf: '2019-03-23', literal: '23 March 2019' })
    expect(fields.modified).toBeUndefined()
    expect(origins?.['created']).toEqual([{ from: 'document', value: '2020-01-01' }])
  })

  it('reads what XMP states', async () => {
    const xmp = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><rdf:Description rdf:about="">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">The sea wall</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Miller</rdf:li><rdf:li>Jane Roe</rdf:li></rdf:Seq></dc:creator>
<dc:publisher><rdf:Bag><rdf:li>The Gazette</rdf:li></rdf:Bag></dc:publisher><prism:publicationDate>2019-03-23</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
    const { fields, origins } = await read({ xmp, pages: [{ lines: [line('A wall was built.')] }] })
    expect(fields).toMatchObject({
      headline: 'The sea wall',
      byline: 'Ada Miller, Jane Roe',
      publisher: 'The Gazette',
      published: { edtf: '2019-03-23' },
    })
    expect(origins?.['publisher']).toEqual([{ from: 'dublin-core', value: 'The Gazette' }])
  })

  it('gives text that runs from right to left in the order in which it is read', async () => {
    const hebrew = { ...line('dcba hgfe'), font: 'hebrew' as const }
    expect(textsOf(await read({ pages: [{ lines: [hebrew] }] }))).toEqual(['הוזח אבגד'])
  })

  it('says of pictures of pages that they hold no text', async () => {
    const { passages, doubts, pages } = await read({
      pages: [
        { lines: [], picture: true },
        { lines: [], picture: true },
      ],
    })
    expect([passages, pages]).toEqual([[], 2])
    expect(doubts).toContainEqual({
      field: 'text',
      message: 'This PDF holds pictures of pages and no text that can be read.',
    })
  })

  it('says how many pages of a text are pictures', async () => {
    const { doubts } = await read({ pages: [{ lines: [line('A text.')] }, { lines: [], picture: true }] })
    expect(doubts.map(({ message }) => message)).toContain(
      '1 of 2 pages hold no text that can be read; they may be pictures.',
    )
  })

  it('reads what only may not be printed or copied, and refuses what needs a password', async () => {
    const pages = [{ lines: [line('A text that is locked.')] }]
    expect(textsOf(await read({ pages, userPassword: '' }))).toEqual(['A text that is locked.'])
    await expect(read({ pages, userPassword: 'secret' })).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('keeps what was typed into a form after the text of its page, and comments as what is no text', async () => {
    const notes =
      '/Annots [<< /Subtype /Widget /FT /Tx /T (name) /V (Jane Roe) /Rect [9 9 90 20] >> << /Subtype /Text /Contents (Ask her) /Rect [0 0 9 9] >>]'
    const text = { entries: '', bytes: Buffer.from('BT /F1 10 Tf 72 700 Td (Name:) Tj ET') }
    const bytes = writePdf([catalog, pageTree, page.replace('/MediaBox', `${notes} /MediaBox`), text, font])
    const article = await articleIn(pdfImporter, bytes, 'a.pdf')
    expect(textsOf(article)).toEqual(['Name:', 'Jane Roe'])
    expect(article.furniture).toEqual([{ text: 'Ask her', reason: 'other' }])
  })

  it('gives attached files as files of their own', async () => {
    const files = [
      { name: 'table.csv', bytes: Buffer.from('a,b\n1,2\n') },
      { name: '../../evil.txt', bytes: Buffer.from('x') },
    ]
    const items = await readWith(pdfImporter, pagesToPdf({ pages: [{ lines: [] }], files }), 'a.pdf')
    expect(
      items
        .slice(1)
        .map((item) => (item.kind === 'file' ? [item.name, Buffer.from(item.bytes).toString()] : item)),
    ).toEqual([
      ['table.csv', 'a,b\n1,2\n'],
      ['evil.txt', 'x'],
    ])
  })

  it('says which tables of Chinese and Japanese characters are not at hand', async () => {
    const type0 =
      '<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>] >>'
    const text = { entries: '', bytes: Buffer.from('BT /F1 10 Tf 72 700 Td <8d608d60> Tj ET') }
    const { doubts } = await articleIn(pdfImporter, writePdf([catalog, pageTree, page, text, type0]), 'a.pdf')
    expect(doubts.map(({ message }) => message).join()).toContain('90ms-RKSJ-H')
  })

  it('leaves the bytes that it was given as they were', async () => {
    const bytes = pagesToPdf(report)
    const before = Buffer.from(bytes)
    await readWith(pdfImporter, bytes, 'a.pdf')
    expect(bytes.equals(before)).toBe(true)
  })
})

describe('a PDF that is damaged or hostile', () => {
  const refused = (bytes: Uint8Array, code: string): Promise<void> =>
    expect(readWith(pdfImporter, bytes, 'a.pdf')).rejects.toMatchObject({ code })

  it('is refused where it is cut off', async () => {
    await refused(Buffer.from('%PDF-1.7\n'), 'damaged-file')
    await refused(pagesToPdf(report).subarray(0, 300), 'damaged-file')
  })

  it('is read where only its table of places is wrong', async () => {
    const objects = [
      catalog,
      pageTree,
      page,
      { entries: '', bytes: Buffer.from('BT /F1 10 Tf 72 700 Td (Still here.) Tj ET') },
      font,
    ]
    const article = await articleIn(pdfImporter, writePdf(objects, { startAt: 12 }), 'a.pdf')
    expect(textsOf(article)).toEqual(['Still here.'])
  })

  it('is refused where it has no pages', async () => {
    await refused(writePdf([catalog, '<< /Type /Pages /Count 0 /Kids [] >>']), 'damaged-file')
  })

  it('is refused where its tree of pages goes round', async () => {
    await refused(writePdf([catalog, '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>']), 'damaged-file')
  })

  it('is refused above 10,000 pages', async () => {
    const kids = Array.from({ length: 10_001 }, () => '3 0 R').join(' ')
    await refused(
      writePdf([catalog, `<< /Type /Pages /Count 10001 /Kids [${kids}] >>`, page, '[]', font]),
      'limit',
    )
  })

  it('has the pages that are there, however many it claims', async () => {
    const claims = '<< /Type /Pages /Count 20000 /Kids [3 0 R] >>'
    const bytes = writePdf([
      catalog,
      claims,
      page,
      { entries: '', bytes: Buffer.from('BT /F1 10 Tf 72 700 Td (One.) Tj ET') },
      font,
    ])
    expect((await articleIn(pdfImporter, bytes, 'a.pdf')).pages).toBe(1)
  })

  it('is refused where a part unpacks to more than fits, also where it is packed twice', async () => {
    const bomb = packed(Buffer.alloc(101 * 1024 * 1024, ' '))
    await refused(
      writePdf([catalog, pageTree, page, { entries: '/Filter /FlateDecode', bytes: bomb }, font]),
      'limit',
    )
    const twice = { entries: '/Filter [/FlateDecode /FlateDecode]', bytes: packed(bomb) }
    await refused(writePdf([catalog, pageTree, page, twice, font]), 'limit')
  })

  it('is refused above 200,000 pieces of text on one page', async () => {
    const text = packed(Buffer.from('BT /F1 10 Tf 72 700 Td (a) Tj ET\n'.repeat(200_001)))
    await refused(
      writePdf([catalog, pageTree, page, { entries: '/Filter /FlateDecode', bytes: text }, font]),
      'limit',
    )
  })

  it('is refused where its objects lie inside each other without end', async () => {
    await refused(
      writePdf([catalog, pageTree, page, `${'['.repeat(200_000)}${']'.repeat(200_000)}`, font]),
      'damaged-file',
    )
  })

  it('is refused with more attached files than can be meant', async () => {
    const files = Array.from({ length: 1001 }, (_, at) => ({ name: `${at}.txt`, bytes: Buffer.from('x') }))
    await refused(pagesToPdf({ pages: [{ lines: [] }], files }), 'limit')
  })

  it('is read, or refused with a reason, for any bytes', async () => {
    await expectOnlyRefusals(pdfImporter, {
      name: 'a.pdf',
      seeds: [pagesToPdf(report), pagesToPdf({ ...columns, userPassword: '' })],
      runs: 60,
    })
  })
})

const locked = new Set(['testPDF_no_extract_yes_accessibility_owner_user.pdf', 'testPassword4Spaces.pdf'])

const corpora = ['corpora/documents/pdfjs', 'corpora/documents/tika/pdf'].flatMap((folder) =>
  sharedFiles(folder, '.pdf'),
)

for (const path of corpora)
  it(`reads, or refuses by its lock, ${basename(path)}`, async () => {
    const reading = readWith(pdfImporter, readFileSync(path), basename(path))
    if (locked.has(basename(path))) return expect(reading).rejects.toMatchObject({ code: 'encrypted' })
    const [article] = await reading
    if (article?.kind !== 'article') throw new Error('no article')
    expect(article.pages).toBeGreaterThan(0)
    expect(
      article.passages.length + article.doubts.filter(({ field }) => field === 'text').length,
    ).toBeGreaterThan(0)
    for (const passage of article.passages) expect(passage.page).toBeLessThanOrEqual(article.pages ?? 0)
    return undefined
  })

for (const path of sharedFiles('corpora/documents/tika/pdf', 'testPDF_protected.pdf'))
  it('tells headings, notes and numbers of pages of a speech of 41 pages', async () => {
    const { pages, passages, furniture } = await articleIn(pdfImporter, readFileSync(path), 'a.pdf')
    const count = (kind: string): number => passages.filter(({ passageKind }) => passageKind === kind).length
    expect(pages).toBe(41)
    expect(count('footnote')).toBeGreaterThan(25)
    expect(furniture.filter(({ reason }) => reason === 'navigation')).toHaveLength(40)
  })
