import { describe, expect, it } from 'vitest'
import { useHighlights } from './useHighlights'

const places = [
  { field: 'headline', ranges: [[0, 2]] as const },
  {
    field: 'text',
    passage: '3',
    ranges: [
      [0, 1],
      [4, 5],
    ] as const,
  },
]

describe('useHighlights', () => {
  it('steps through every range in order and round again', () => {
    const highlights = useHighlights()
    highlights.set(places)
    const steps = [1, 1, 1, 1].map(() => highlights.step(1))
    expect(steps.map((stop) => [stop?.key, stop?.index])).toEqual([
      ['field:headline', 0],
      ['3', 0],
      ['3', 1],
      ['field:headline', 0],
    ])
    expect(highlights.step(-1)?.key).toBe('3')
    expect([highlights.hereIn('3'), highlights.hereIn('field:headline')]).toEqual([1, -1])
  })

  it('starts at the passage that was opened', () => {
    const highlights = useHighlights()
    highlights.set(places, '3')
    expect(highlights.here.value).toMatchObject({ passage: '3', index: 0 })
  })

  it('has nowhere to go without places', () => {
    expect(useHighlights().step(1)).toBeUndefined()
  })
})
