import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { articleIn } from '../fixtures/readWith'
import { cleanByline } from './cleanByline'
import { decodeHtml } from './decodeHtml'
import { factDate } from './factDate'
import { factText } from './factText'
import { htmlImporter } from './htmlImporter'
import { jsonLdFacts } from './jsonLdFacts'
import { createPictureNames } from './pictureNames'
import { pictureBeside } from '../markup/pictureBeside'
import { withoutLastPart, withoutSiteName } from './withoutSiteName'

const sentence = 'The boat leaves at six, as it did before, and comes back at eleven in the evening. '

describe('decodeHtml', () => {
  const meta = (charset: string): string => `<meta charset="${charset}">`
  const cases: readonly (readonly [string, Buffer, string | undefined, string, string])[] = [
    ['a byte order mark', Buffer.from(`\ufeff${meta('koi8-r')}é`), 'koi8-r', 'utf-8', 'é'],
    ['the transport', iconv.encode(`${meta('utf-8')}ж`, 'koi8-r'), 'koi8-r', 'koi8-r', 'ж'],
    [
      'the page itself',
      iconv.encode(`${meta('windows-1251')}ж`, 'windows-1251'),
      undefined,
      'windows-1251',
      'ж',
    ],
    [
      'the page itself, as the standard reads it',
      iconv.encode(`${meta('iso-8859-1')}€`, 'windows-1252'),
      undefined,
      'windows-1252',
      '€',
    ],
    ['its bytes, where nothing is stated', Buffer.from('<p>é'), undefined, 'utf-8', 'é'],
    [
      'a system that iconv does not know',
      Buffer.from(`${meta('iso-2022-jp')}\x1b$B$"\x1b(B`),
      undefined,
      'iso-2022-jp',
      'あ',
    ],
  ]
  for (const [what, bytes, transport, name, text] of cases)
    it(`believes ${what}`, () => {
      const { html, charset } = decodeHtml(bytes, transport)
      expect([charset.name, html.endsWith(text)]).toEqual([name, true])
    })

  it('says that a page may be in another charset than it states', () => {
    expect(decodeHtml(Buffer.from(`${meta('iso-8859-1')}é`)).doubts).toMatchObject([{ field: 'charset' }])
    expect(decodeHtml(Buffer.from([0xff, ...Buffer.from(meta('utf-8'))])).doubts).toMatchObject([
      { field: 'text' },
    ])
  })
})

describe('pictureBeside', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    './page_files/a%20b.jpg?w=1#x': 'page_files/a b.jpg',
    'a.jpg': 'a.jpg',
    'page_files\\a.jpg': 'page_files/a.jpg',
    '100%.jpg': '100%.jpg',
    '../a.jpg': undefined,
    'x/../../a.jpg': undefined,
    '%2e%2e/a.jpg': undefined,
    '/a.jpg': undefined,
    '//example.org/a.jpg': undefined,
    'https://example.org/a.jpg': undefined,
    'C:/a.jpg': undefined,
    'a%00.jpg': undefined,
    '?x': undefined,
  }
  for (const [address, name] of Object.entries(cases))
    it(`makes ${String(name)} of ${address}`, () => expect(pictureBeside(address)).toBe(name))
})

describe('the title of a page', () => {
  const site = {
    publisher: 'The Post',
    url: 'https://www.harbour.example/x',
    headings: ['One boat, two boats'],
  }
  it('is kept without the name of the site', () => {
    expect(withoutSiteName('A ferry is back | The Post', site)).toBe('A ferry is back')
    expect(withoutSiteName('The Post: A ferry - The Post', site)).toBe('The Post: A ferry')
    expect(withoutSiteName('One boat, two boats — Some Paper', site)).toBe('One boat, two boats')
    expect(withoutSiteName('Fire, water - and no boat', site)).toBe('Fire, water - and no boat')
  })
  it('is cut at its end only where enough is left', () => {
    expect(withoutLastPart('The old ferry is back – My website')).toBe('The old ferry is back')
    expect(withoutLastPart('Ferry – My website')).toBeUndefined()
  })
})

describe('facts of a page', () => {
  it('are read without the escapes that were put on twice', () => {
    expect(factText(' Fish &amp; chips\n &lt;3 <b> ')).toBe('Fish & chips <3 <b>')
  })
  it('name people, and not addresses, dates or boxes', () => {
    expect(cleanByline(['By  Ada Quill', 'https://example.org/ada', 'Ben Ito', 'Ada Quill'])).toBe(
      'Ada Quill, Ben Ito',
    )
    expect(cleanByline(['Last Updated: January 7, 2025'])).toBeUndefined()
    expect(cleanByline(['x'.repeat(300)])).toBeUndefined()
  })
  it('hold dates as far as they are known', () => {
    expect(factDate('Fri, 09 Aug 2013 23:54:35 +0200')?.date.edtf).toBe('2013-08-09T21:54:35.000Z')
    expect(factDate('2018-04-05T06:00')?.date).toEqual({ edtf: '2018-04-05', literal: '2018-04-05T06:00' })
    expect(factDate('yesterday')).toBeUndefined()
  })
  it('come from the first article among the nodes of JSON-LD, however deep, and from broken JSON not at all', () => {
    const deep = `${'{"x":'.repeat(15)}{"@type":["Thing","NewsArticle"],"headline":"A","author":"B"}${'}'.repeat(15)}`
    const { facts, isArticle } = jsonLdFacts(['{"@type": "NewsArticle", ', `<![CDATA[${deep}]]>`], 'A')
    expect(isArticle).toBe(true)
    expect(
      facts.filter(({ values }) => values.length > 0).map(({ name, values }) => [name, ...values]),
    ).toEqual([
      ['headline', 'A'],
      ['byline', 'B'],
    ])
    expect(jsonLdFacts([`${'['.repeat(50_000)}`, 'null', '3'], '').isArticle).toBe(false)
  })
})

describe('pictures of a page', () => {
  it('get names of their own that are no paths', () => {
    const { nameFor } = createPictureNames()
    const names = [
      'https://a.example/../x/boat.php?a=1',
      'https://b.example/BOAT.jpeg',
      'https://a.example/',
    ].map((address) => nameFor(address, 'image/jpeg'))
    expect(names).toEqual(['boat.jpg', 'BOAT~2.jpg', 'picture.jpg'])
  })

  it('that the page states as its own and shows above the text come first', async () => {
    const lead =
      '<figure><img src="lead_files/harbour-small.jpg"><figcaption>The harbour.</figcaption></figure>'
    const text = `<div>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</div>`
    const html = `<meta property="og:image" content="https://cdn.example/x/harbour-small.jpg?w=9"><header>${lead}</header>${text}`
    const { slots } = await articleIn(htmlImporter, Buffer.from(html), 'a.html')
    expect(slots).toEqual([
      {
        number: 1,
        placement: 'stated',
        caption: 'The harbour.',
        address: 'lead_files/harbour-small.jpg',
        picture: 'lead_files/harbour-small.jpg',
      },
    ])
  })

  it('are not looked for beside a page whose relative addresses lead elsewhere', async () => {
    const html = (base: string): Buffer =>
      Buffer.from(
        `<base href="${base}"><p>${sentence.repeat(4)}</p><img src="a/boat.jpg"><p>${sentence.repeat(4)}</p>`,
      )
    const of = async (base: string) => (await articleIn(htmlImporter, html(base), 'a.html')).slots[0]
    expect(await of('.')).toMatchObject({ picture: 'a/boat.jpg' })
    expect(await of('https://x.example/y/')).toEqual({
      number: 1,
      placement: 'stated',
      placedAfter: '1',
      address: 'https://x.example/y/a/boat.jpg',
    })
  })
})
