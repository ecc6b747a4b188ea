import { describe, expect, it } from 'vitest'
import { pageFurniture } from './pageFurniture'
import type { PageText, TextRow } from './textPiece'

const row = (text: string, y: number): TextRow => ({
  y,
  segments: [{ text, left: 72, right: 300, y, size: 10, font: 'f', rtl: false, links: [] }],
})

const page = (number: number, ...rows: readonly TextRow[]): PageText => ({
  number,
  width: 612,
  height: 792,
  frames: [rows],
  additions: [],
  comments: [],
})

const body = row('A line of the text.', 400)

describe('pageFurniture', () => {
  it('finds heads that stand on several pages, and numbers that go up with them', () => {
    const pages = [1, 2, 3].map((number) =>
      page(number, row('The Gazette', 40), body, row(`- ${number + 4} -`, 760)),
    )
    const furniture = pageFurniture(pages)
    expect(furniture.heads).toEqual(['The Gazette'])
    expect(furniture.numbers).toEqual(['- 5 -', '- 6 -', '- 7 -'])
    expect([0, 1, 2].map((at) => furniture.has(2, at))).toEqual([true, false, true])
  })

  it('counts in Roman numbers and in words for pages', () => {
    const numbers = ['iii', 'iv', 'v'].map((text, at) => page(at + 1, body, row(text, 760)))
    expect(pageFurniture(numbers).numbers).toEqual(['iii', 'iv', 'v'])
    const pages = [1, 2].map((number) => page(number, body, row(`Page ${number} of 2`, 760)))
    expect(pageFurniture(pages).numbers).toEqual(['Page 1 of 2', 'Page 2 of 2'])
  })

  it('leaves what repeats inside the text, and what stands on one page only', () => {
    const pages = [1, 2, 3].map((number) => page(number, row(`Chapter of ${'abc'[number - 1]}`, 40), body))
    const furniture = pageFurniture(pages)
    expect([furniture.heads, furniture.numbers]).toEqual([[], []])
  })

  it('leaves numbers that do not go with the pages', () => {
    const pages = ['1848', '12', '77'].map((text, at) => page(at + 1, body, row(text, 760)))
    expect(pageFurniture(pages).numbers).toEqual([])
  })
})
