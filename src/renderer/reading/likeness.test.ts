import { describe, expect, it } from 'vitest'
import { likeness } from './likeness'

describe('likeness', () => {
  it('grows less with each bit that differs', () => {
    expect([0, 1, 3, 4, 8, 9, 10].map(likeness)).toEqual([
      'same',
      'near',
      'near',
      'like',
      'like',
      'some',
      'some',
    ])
  })
})
