import { describe, expect, it } from 'vitest'
import { gridKeyToMove, type GridShape } from './gridKeys'

const shape: GridShape = { total: 10, columns: 4, rowsInView: 2, isRightToLeft: false }
const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})
const to = (key: string, active: number, other: Partial<GridShape> = {}) =>
  gridKeyToMove(press(key), active, { ...shape, ...other })?.to

describe('gridKeyToMove', () => {
  it('moves along a row and on to the next one', () => {
    expect([to('ArrowRight', 3), to('ArrowLeft', 4), to('ArrowRight', 9), to('ArrowLeft', 0)]).toEqual([
      4, 3, 9, 0,
    ])
  })

  it('moves the way of the arrow where the text runs from the right', () => {
    const isRightToLeft = true
    expect([to('ArrowLeft', 3, { isRightToLeft }), to('ArrowRight', 4, { isRightToLeft })]).toEqual([4, 3])
  })

  it('stays in its column, and at the end of a last row that is shorter', () => {
    expect([to('ArrowDown', 1), to('ArrowUp', 5), to('ArrowDown', 7), to('ArrowDown', 9)]).toEqual([
      5, 1, 9, 9,
    ])
    expect(to('ArrowUp', 2)).toBe(2)
  })

  it('moves by what is seen, and to the two ends', () => {
    expect([to('PageDown', 1), to('PageUp', 9), to('Home', 7), to('End', 0)]).toEqual([9, 1, 0, 9])
  })

  it('begins at the first tile', () => {
    expect([to('ArrowDown', -1), to('ArrowRight', -1), to('End', -1)]).toEqual([0, 0, 9])
  })

  it('chooses a range with Shift and nothing with Ctrl', () => {
    const mode = (held: object) => gridKeyToMove(press('ArrowDown', held), 0, shape)?.mode
    expect([mode({}), mode({ shiftKey: true }), mode({ ctrlKey: true })]).toEqual(['only', 'range', 'move'])
  })

  it('leaves other keys and an empty grid alone', () => {
    expect([to('x', 0), to('ArrowDown', 0, { total: 0 })]).toEqual([undefined, undefined])
  })
})
