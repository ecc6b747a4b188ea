import { describe, expect, it } from 'vitest'
import { linesToParagraphs } from './linesToParagraphs'
import type { TextLine } from './textLine'

const full = 'A line of words that goes on to the very end of it'

const line = (y: number, more: Partial<TextLine> = {}): TextLine => ({
  text: full,
  links: [],
  start: 50,
  end: 300,
  y,
  size: 10,
  font: 'f',
  rtl: false,
  isRow: false,
  ...more,
})

const lengths = (lines: readonly TextLine[]): readonly number[] =>
  linesToParagraphs(lines, ({ size }) => size > 12).map((paragraph) => paragraph.length)

describe('linesToParagraphs', () => {
  it('parts at a gap that is wider than those between lines', () => {
    expect(lengths([line(0), line(12), line(24), line(42), line(54)])).toEqual([3, 2])
  })

  it('keeps lines together that are set wide apart all along', () => {
    expect(lengths([line(0), line(24), line(48), line(72)])).toEqual([4])
  })

  it('keeps wide lines together also beside a list that is set closely', () => {
    const list = [0, 12, 24, 36, 48, 60].map((y) => line(y))
    expect(lengths([...list, line(90), line(110), line(130)])).toEqual([6, 3])
  })

  it('parts where a first line is set in', () => {
    expect(lengths([line(0), line(12), line(24, { start: 65 }), line(36)])).toEqual([2, 2])
  })

  it('parts where the next word would have had room', () => {
    expect(lengths([line(0), line(12, { text: 'It ends here.', end: 120 }), line(24), line(36)])).toEqual([
      2, 2,
    ])
  })

  it('goes on where a word is broken', () => {
    const broken = line(12, { text: 'and is not com-', end: 120 })
    expect(lengths([line(0), broken, line(24, { text: 'plete before the last line of it all' })])).toEqual([
      3,
    ])
  })

  it('parts list points, each with the lines that are set in under it', () => {
    const point = (y: number): TextLine => line(y, { text: `• ${full}` })
    expect(lengths([point(0), line(12, { start: 60 }), point(24), line(36, { start: 60 })])).toEqual([2, 2])
  })

  it('parts at another size, and never inside a row of a table', () => {
    expect(lengths([line(0, { size: 14 }), line(14), line(26, { isRow: true }), line(38)])).toEqual([
      1, 1, 1, 1,
    ])
  })
})
