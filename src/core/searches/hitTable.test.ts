import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restoreCell } from '../importers/table/restoreCell'
import { readPassageLink } from '../records/passageLink'
import type { SearchHit } from '../search/types'
import { headOfHits, hitsToText } from './hitTable'

const archive = '0193a000-0000-7000-8000-0000000000aa'
const item = '0193a000-0000-7000-8000-0000000000bb'

const hit = (title: string, snippet: string, subtitle?: string): SearchHit => ({
  id: item,
  kind: 'article',
  title,
  ...(subtitle === undefined ? {} : { subtitle }),
  published: '2019-03',
  score: 1.5,
  places: [{ field: 'text', passage: '7', snippet, ranges: [] }],
  placesTotal: 3,
})

const read = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n' })

const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", 'a', 'é', '字', ' '), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
)

describe('the list of hits as CSV', () => {
  it('reads back as what was written, but for the apostrophe in front of what a spreadsheet would run', () => {
    fc.assert(
      fc.property(texts, texts, (title, snippet) => {
        const whole = Buffer.from(
          headOfHits('csv') + hitsToText([hit(title, snippet)], archive, 'csv'),
        ).toString()
        const [row, ...more] = read(whole)
        expect(more).toEqual([])
        const written = (text: string): string => (isFormula(text) ? "'" : '') + Buffer.from(text).toString()
        expect(row).toMatchObject({ id: item, kind: 'article', places: '3', passage: '7', score: '1.5' })
        expect([row?.['title'], row?.['snippet']]).toEqual([title, snippet].map(written))
      }),
    )
  })

  it('is taken for words by this program again', () => {
    const [row] = read(headOfHits('csv') + hitsToText([hit('=1+1', '@x')], archive, 'csv'))
    expect([row?.['title'], row?.['snippet']]).toEqual(["'=1+1", "'@x"])
    expect(restoreCell(row?.['title'] ?? '')).toBe('=1+1')
  })

  it('links to the passage', () => {
    const [row] = read(headOfHits('csv') + hitsToText([hit('a', 'b', 'Reuters')], archive, 'csv'))
    expect(row?.['publisher']).toBe('Reuters')
    expect(readPassageLink(row?.['link'] ?? '')).toEqual({ archive, item, passage: '7' })
  })
})

describe('the list of hits as JSON lines', () => {
  it('has one object a line, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts), { maxLength: 4 }), (all) => {
        const hits = all.map(([title, snippet]) => hit(title, snippet))
        const text = headOfHits('jsonl') + hitsToText(hits, archive, 'jsonl')
        expect(text).not.toMatch(/[\u2028\u2029]/)
        const lines = text.split('\n').filter(Boolean)
        expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject(
          all.map(([title, snippet]) => ({ title, snippet, passage: '7', score: 1.5 })),
        )
      }),
    )
  })
})
