import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CslItem } from '#shared/model/reference'
import { bibliographyStyles } from './bibliographyStyles'
import { formatBibliography } from './formatBibliography'

const items: readonly CslItem[] = [
  {
    id: 'news',
    type: 'article-newspaper',
    title: 'Road tunnel to close for its ten-year inspection',
    'container-title': 'Example Gazette',
    issued: { 'date-parts': [[2019, 3]] },
    language: 'en',
  },
  {
    id: 'report',
    type: 'report',
    title: 'Gauge readings, stations 1 to 6',
    author: [{ literal: 'River Authority' }],
    publisher: 'River Authority',
    number: '12',
    issued: { 'date-parts': [[2024]] },
    URL: 'https://example.org/gauges',
  },
  {
    id: 'book',
    type: 'book',
    title: 'The old quay',
    author: [{ family: 'Sample', given: 'Anna' }],
    publisher: 'Harbour Press',
    'publisher-place': 'Port Example',
    issued: { 'date-parts': [[2001]] },
  },
  {
    id: 'page',
    type: 'webpage',
    title: 'Tunnel reopens',
    'container-title': 'Transport Example',
    issued: { 'date-parts': [[2025, 6, 7]] },
    URL: 'https://example.org/tunnel?line=1&stop=2',
  },
  {
    id: 'arabic',
    type: 'article-newspaper',
    title: 'إغلاق النفق شهرًا للفحص',
    'container-title': 'صحيفة المثال',
    issued: { 'date-parts': [[2021, 6, 7]] },
    language: 'ar',
  },
]

const textOf = async (style: (typeof bibliographyStyles)[number]): Promise<string[]> =>
  (await formatBibliography({ style, items })).text.trimEnd().split('\n')

const mark =
  /<(div|span|i|b|sup|sub)(?: class="(?:csl-bib-body|csl-entry|nocase|no-?decor)"| style="(?:font-variant: ?small-caps;|font-style:normal;|font-weight:normal;|text-decoration:(?:none|underline);)")?>|<\/(div|span|i|b|sup|sub)>/gu

/** What is left of the HTML when each mark that citeproc makes is taken away, and the marks that do not close. */
const withoutMarks = (html: string): string => {
  const open: string[] = []
  const left = html.replace(mark, (whole, opened?: string, closed?: string) => {
    if (opened !== undefined) open.push(opened)
    return opened !== undefined || open.pop() === closed ? '' : whole
  })
  return left + open.map((name) => `<${name}>`).join('')
}

describe('formatBibliography', () => {
  it('writes Chicago notes: a newspaper without author stands under its name, a month without a day', async () => {
    expect(await textOf('chicago-notes')).toEqual([
      'Example Gazette. “Road Tunnel to Close for Its Ten-Year Inspection.” March 2019.',
      'River Authority. “Gauge Readings, Stations 1 to 6.” River Authority, 2024. https://example.org/gauges.',
      'Sample, Anna. The Old Quay. Port Example: Harbour Press, 2001.',
      'Transport Example. “Tunnel Reopens,” June 7, 2025. https://example.org/tunnel?line=1&stop=2.',
      'صحيفة المثال. “إغلاق النفق شهرًا للفحص.” June 7, 2021.',
    ])
  })

  it('writes APA: initials, the year in brackets, titles as they are', async () => {
    expect(await textOf('apa')).toEqual([
      'River Authority. (2024). Gauge readings, stations 1 to 6 (No. 12). River Authority. https://example.org/gauges',
      'Road tunnel to close for its ten-year inspection. (2019, March). Example Gazette.',
      'Sample, A. (2001). The old quay. Harbour Press.',
      'Tunnel reopens. (2025, June 7). Transport Example. https://example.org/tunnel?line=1&stop=2',
      'إغلاق النفق شهرًا للفحص. (2021, June 7). صحيفة المثال.',
    ])
  })

  it('writes MLA: a container after the title, short months', async () => {
    expect(await textOf('mla')).toEqual([
      'River Authority. Gauge Readings, Stations 1 to 6. 12, River Authority, 2024, https://example.org/gauges.',
      '“Road Tunnel to Close for Its Ten-Year Inspection.” Example Gazette, Mar. 2019.',
      'Sample, Anna. The Old Quay. Harbour Press, 2001.',
      '“Tunnel Reopens.” Transport Example, 7 June 2025, https://example.org/tunnel?line=1&stop=2.',
      '“إغلاق النفق شهرًا للفحص.” صحيفة المثال, 7 June 2021.',
    ])
  })

  it('marks titles in HTML and escapes what it was given', async () => {
    const { html } = await formatBibliography({ style: 'mla', items })
    expect(html).toContain('Sample, Anna. <i>The Old Quay</i>. Harbour Press, 2001.')
    expect(html).toContain('line=1&#38;stop=2')
    expect(html.match(/<div class="csl-entry">/gu)).toHaveLength(items.length)
    expect(withoutMarks(html)).not.toMatch(/[<>]/u)
  })

  it('tells apart, in both forms alike, what one author wrote in one year', async () => {
    const alike = ['Pumps tested', 'Quay rebuilt', 'Lamps replaced', 'Ferry late'].map(
      (title, index): CslItem => ({
        id: String(index),
        type: 'article-newspaper',
        title,
        author: [{ family: 'Sample', given: 'Anna' }],
        issued: { 'date-parts': [[2019, 3, 4]] },
      }),
    )
    const { html, text } = await formatBibliography({ style: 'apa', items: alike })
    expect(text).toBe(
      [
        'Sample, A. (2019a, March 4). Ferry late.',
        'Sample, A. (2019b, March 4). Lamps replaced.',
        'Sample, A. (2019c, March 4). Pumps tested.',
        'Sample, A. (2019d, March 4). Quay rebuilt.',
        '',
      ].join('\n'),
    )
    expect(withoutMarks(html).replace(/^\s+/gmu, '').trim()).toBe(text.trim())
  })

  it('says how far it is, up to the whole', async () => {
    const shares: number[] = []
    const many = Array.from({ length: 250 }, (_, index): CslItem => ({
      id: index,
      type: 'book',
      title: 'Quay',
    }))
    await formatBibliography({ style: 'mla', items: many }, { onProgress: (share) => shares.push(share) })
    expect(shares.length).toBeGreaterThanOrEqual(5)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('lets no mark of an item into the HTML but those that CSL knows', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<a href="javascript:alert(1)">',
        '<span onclick="x">',
        '<span style="background:url(//x)">',
        '<span class="nocase">',
        '<span style="font-variant:small-caps;">',
        '</span>',
        '<i>',
        '</i>',
        '<sc>',
        '</sc>',
        '&lt;',
        '"',
        "'",
        '<',
        '>',
        '&',
        'نص',
        'word ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    const foreign = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    const item = fc
      .record({ title: foreign, container: foreign, name: foreign })
      .map(({ title, container, name }): CslItem => ({
        id: 'x',
        type: 'article-newspaper',
        title,
        'container-title': container,
        author: [{ literal: name }],
        URL: `https://example.org/${title}`,
      }))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bibliographyStyles),
        fc.array(item, { minLength: 1, maxLength: 20 }),
        async (style, foreignItems) => {
          expect(withoutMarks((await formatBibliography({ style, items: foreignItems })).html)).not.toMatch(
            /[<>]/u,
          )
        },
      ),
      { numRuns: 25 },
    )
  })

  it('catches a mark that is not citeproc’s own (control of the test above)', () => {
    expect(withoutMarks('<div class="csl-entry"><img src=x></div>')).toMatch(/[<>]/u)
    expect(withoutMarks('<div class="csl-entry"><i>open</div>')).toMatch(/[<>]/u)
  })

  it('takes two items of one id as two, and leaves what it was given unchanged', async () => {
    const twice = [items[0], items[0]].flatMap((item) => (item ? [item] : []))
    const before = JSON.stringify(twice)
    expect(
      (await formatBibliography({ style: 'apa', items: twice })).text.trimEnd().split('\n'),
    ).toHaveLength(2)
    expect(JSON.stringify(twice)).toBe(before)
  })

  it('reads over fields of a shape that CSL does not have', async () => {
    const odd: CslItem = {
      id: 1,
      type: 'no-such-type',
      title: 'Harbour\nsurvey',
      volume: { deep: [1] },
      editor: ['nobody', null],
      issued: { 'date-parts': [['2019', 13, 40]] },
      note: 'type: book\ntitle: Something else',
    }
    for (const style of bibliographyStyles) {
      const { text } = await formatBibliography({ style, items: [odd] })
      expect(text).toMatch(/Harbour survey/iu)
      expect(text).toContain('2019')
      expect(text).not.toContain('Something else')
    }
  })

  it('is empty without items', async () => {
    expect(await formatBibliography({ style: 'apa', items: [] })).toEqual({ html: '', text: '' })
  })
})
