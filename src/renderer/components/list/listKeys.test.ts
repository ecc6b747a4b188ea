import { describe, expect, it } from 'vitest'
import { clickToMode, listKeyToMove } from './listKeys'

const press = (key: string, held = {}) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held })

describe('listKeyToMove', () => {
  it('moves and stays inside the list', () => {
    expect(listKeyToMove(press('ArrowDown'), -1, 5, 3)).toEqual({ to: 0, mode: 'only' })
    expect(listKeyToMove(press('PageDown'), 3, 5, 3)).toEqual({ to: 4, mode: 'only' })
    expect(listKeyToMove(press('ArrowUp'), 0, 5, 3)).toEqual({ to: 0, mode: 'only' })
    expect(listKeyToMove(press('End'), 0, 100_000, 3)).toEqual({ to: 99_999, mode: 'only' })
  })

  it('chooses a range with Shift and nothing with Ctrl', () => {
    expect(listKeyToMove(press('ArrowDown', { shiftKey: true }), 1, 5, 3)?.mode).toBe('range')
    expect(listKeyToMove(press('ArrowDown', { ctrlKey: true }), 1, 5, 3)?.mode).toBe('move')
  })

  it('leaves other keys and an empty list alone', () => {
    expect(listKeyToMove(press('x'), 1, 5, 3)).toBeUndefined()
    expect(listKeyToMove(press('End'), -1, 0, 3)).toBeUndefined()
  })
})

describe('clickToMode', () => {
  it('adds one with Ctrl or Cmd', () => {
    expect(clickToMode({ shiftKey: false, ctrlKey: false, metaKey: true })).toBe('toggle')
  })
})
