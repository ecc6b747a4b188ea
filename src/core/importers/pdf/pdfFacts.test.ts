import { describe, expect, it } from 'vitest'
import { pdfDate } from './pdfDate'
import { pieceText } from './pieceText'
import { recognisePdf } from './recognisePdf'
import { isRealTitle, nameAsTitle } from './titleOf'

describe('pdfDate', () => {
  const dates: readonly (readonly [string, string | undefined])[] = [
    ["D:20190323100000+01'00'", '2019-03-23T09:00:00.000Z'],
    ['D:20190323100000Z', '2019-03-23T10:00:00.000Z'],
    ['D:20190323100000', '2019-03-23'],
    ['D:201903', '2019-03'],
    ['2019', '2019'],
    ['D:20191341', undefined],
    ['last spring', undefined],
  ]
  for (const [text, edtf] of dates) it(`reads ${text} as ${edtf}`, () => expect(pdfDate(text)).toBe(edtf))
})

describe('isRealTitle', () => {
  for (const title of [
    'The harbour and its town',
    'Report 2019',
    'Slide rules of the past',
    'Перспективы',
    '港'.repeat(3),
  ])
    it(`takes ${title}`, () => expect(isRealTitle(title)).toBe(true))

  const names =
    'Microsoft Word - x.doc|report.pdf|Untitled|Untitled-1|Document1|PowerPoint Presentation|Slide 1|scan_0012|20190323|C:\\files\\a|http://a.b/c|(anonymous)'
  for (const title of names.split('|'))
    it(`passes over ${title}`, () => expect(isRealTitle(title)).toBe(false))

  it('takes the ending off the name of a file', () => {
    expect(nameAsTitle('The town. A history.pdf')).toBe('The town. A history')
  })
})

describe('pieceText', () => {
  it('writes ligatures and joined letters as the letters that they stand for', () => {
    expect(pieceText('o\ufb03ce \ufecb\ufeae\ufe91\ufef2')).toBe('office \u0639\u0631\u0628\u064a')
  })

  it('knows the marks of lists in private characters, and keeps the spaces at the ends', () => {
    expect(pieceText('\uf0b7  a point ')).toBe('• a point ')
  })
})

describe('recognisePdf', () => {
  const sure = (text: string): number => recognisePdf(Buffer.from(text, 'latin1'))

  it('knows a PDF also behind what a mail program put before it', () => {
    expect(sure('%PDF-1.4\n')).toBe(1)
    expect(sure('\r\n\r\n%PDF-1.4\n1 0 obj\n<<')).toBeGreaterThan(0.9)
  })

  it('leaves texts that speak of PDF, and everything else', () => {
    for (const text of ['A file that begins with %PDF-1.4 is one.', '', 'PK\x03\x04', '%!PS-Adobe'])
      expect(sure(text)).toBe(0)
  })
})
