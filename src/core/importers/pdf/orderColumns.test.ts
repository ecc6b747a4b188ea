import { describe, expect, it } from 'vitest'
import { orderColumns } from './orderColumns'
import type { TextRow, TextSegment } from './textPiece'

const segment = (text: string, left: number, right: number, y: number): TextSegment => ({
  text,
  left,
  right,
  y,
  size: 10,
  font: 'f',
  rtl: false,
  links: [],
})

const words = 'words that fill the column well'

const row = (y: number, ...parts: readonly (readonly [string, number, number])[]): TextRow => ({
  y,
  segments: parts.map(([text, left, right]) => segment(text, left, right, y)),
})

const rows = (count: number, ...parts: readonly (readonly [string, number, number])[]): TextRow[] =>
  Array.from({ length: count }, (_, at) => row(100 + at * 12, ...parts))

const firstWords = (given: readonly TextRow[], rtl = false): readonly string[] =>
  orderColumns(given, rtl).map((block) => block.map(({ text }) => text.split(' ')[0]).join(' '))

describe('orderColumns', () => {
  it('reads one column and then the other', () => {
    const both = rows(4, [`a ${words}`, 50, 280], [`b ${words}`, 310, 540])
    expect(firstWords(both)).toEqual(['a a a a', 'b b b b'])
    expect(firstWords(both, true)).toEqual(['b b b b', 'a a a a'])
  })

  it('keeps what reaches across before and after the columns', () => {
    const across = (y: number, name: string): TextRow => row(y, [`${name} ${words}`, 50, 540])
    const given = [
      across(80, 'x'),
      ...rows(4, [`a ${words}`, 50, 280], [`b ${words}`, 310, 540]),
      across(200, 'y'),
    ]
    expect(firstWords(given)).toEqual(['x', 'a a a a', 'b b b b', 'y'])
  })

  it('reads three columns', () => {
    const given = rows(5, [`a ${words}`, 50, 200], [`b ${words}`, 220, 370], [`c ${words}`, 390, 540])
    expect(firstWords(given)).toEqual(['a a a a a', 'b b b b b', 'c c c c c'])
  })

  it('knows columns whose lines stand at different heights', () => {
    const left = Array.from({ length: 6 }, (_, at) => row(100 + at * 12, [`a ${words}`, 50, 280]))
    const right = Array.from({ length: 6 }, (_, at) => row(106 + at * 12, [`b ${words}`, 310, 540]))
    const given = [...left, ...right].sort((one, other) => one.y - other.y)
    expect(firstWords(given)).toEqual(['a a a a a a', 'b b b b b b'])
  })

  it('leaves the rows of a table whole', () => {
    const table = rows(8, ['Revenue of the year', 50, 140], ['275.5', 300, 330], ['295.6', 400, 430])
    expect(orderColumns(table, false)).toHaveLength(1)
    expect(orderColumns(table, false)[0]?.[0]).toMatchObject({
      text: 'Revenue of the year 275.5 295.6',
      isRow: true,
    })
  })
})
